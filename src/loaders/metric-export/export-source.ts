import type { FormLanguage } from '../../domain/form/form-key.js';
import type { ExportedLine } from '../../domain/metric-export/export-columns.js';
import type { MetricExportOrder, RowsOrder } from '../../domain/metric-export/export-order.js';
import type { ExportedSum, ExportRight } from '../../domain/metric-export/export-right.js';
import type { Action } from '../../domain/identity/action.js';
import { NO_SUMS } from '../../domain/metric/metric-value.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { SOURCES } from '../../metrics/sources.js';
import { narrow } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { figuresOf, WHOLE, type MetricFigure } from '../metric/metric-figure.js';
import { metricBreakdown } from '../metric/metric-points.js';
import { metricScope, type MetricScope } from '../metric/metric-scope.js';
import { exportedSum } from './exported-figure.js';
import { rowLines, type ItemsSum } from './row-lines.js';
import { scorecardLines } from './scorecard-lines.js';
import { seriesLines } from './series-lines.js';

/** What a file holds, read in one snapshot as who asked for it. */
export interface ExportSource {
  readonly lines: AsyncIterable<readonly ExportedLine[]>;
  /** The sums over all of it, as the scorecard of the same scope shows them. */
  readonly sums: readonly ExportedSum[];
  readonly rights: readonly ExportRight[];
}

/**
 * What a file is to hold. The lines are read while the moment of the context lasts.
 * @throws FORBIDDEN, INVALID_INPUT as `metricScope` and as the queries of the same figures
 * @rule R-MET-08
 */
export async function exportSource(
  ctx: RequestContext,
  order: MetricExportOrder,
  language: FormLanguage,
): Promise<ExportSource> {
  const scope = await metricScope(ctx, order);
  const keys = order.kind === 'SCORECARDS' ? order.metrics : [order.metric];
  const rights = rightsOf(ctx, scope, keys, order);
  if (order.kind === 'ROWS') {
    const figure = await figureOfPart(ctx, scope, order);
    return { lines: checkedRows(ctx, figure, order, language), sums: [exportedSum(ctx, figure)], rights };
  }
  const figures = await figuresOf(ctx, scope, keys);
  const lines =
    order.kind === 'SERIES' ? seriesLines(ctx, scope, order, language) : scorecardLines(ctx, scope, order, language);
  return { lines, sums: figures.map((figure) => exportedSum(ctx, figure)), rights };
}

/** The figure whose items are wanted: the whole, or a part of it. */
async function figureOfPart(
  ctx: RequestContext,
  scope: MetricScope,
  { metric: key, by, segment }: RowsOrder,
): Promise<MetricFigure> {
  const metric = metricOf(key);
  if (by === null) {
    const [figure] = await figuresOf(ctx, scope, [key]);
    return figure ?? { ...WHOLE, metric, scope, sums: NO_SUMS, excluded: new Map() };
  }
  const parts = await metricBreakdown(ctx, scope, key, by, Number.MAX_SAFE_INTEGER);
  const found = parts.find((part) => part.segment === segment);
  return found?.figure ?? { ...WHOLE, metric, scope, segment, by: null, sums: NO_SUMS, excluded: new Map() };
}

/** @throws Error when the items do not add up to their figure: such a file must not leave the house */
async function* checkedRows(
  ctx: RequestContext,
  figure: MetricFigure,
  { part }: RowsOrder,
  language: FormLanguage,
): AsyncGenerator<readonly ExportedLine[]> {
  const sum: ItemsSum = { numerator: 0 };
  yield* rowLines(ctx, figure, part, language, sum);
  if (part === 'COUNTED' && sum.numerator !== figure.sums.numerator)
    throw new Error(`The items of ${figure.metric.key} add up to ${sum.numerator} and not to their figure.`);
}

/** The rights that decide about what is written. */
function rightsOf(
  ctx: RequestContext,
  { estateIds }: MetricScope,
  keys: readonly MetricKey[],
  order: MetricExportOrder,
): ExportRight[] {
  const metrics = keys.map(metricOf);
  const ofItems = order.kind === 'ROWS';
  const ofPersons = metrics.some(({ items }) => items.segment?.dimension === 'STAFF');
  const actions = new Set<Action>();
  if (metrics.some(({ ofMoney }) => ofMoney)) actions.add('fee.amount');
  const subjects = metrics.map(({ items }) => SOURCES[items.source].subject);
  if ((ofItems && ofPersons) || (order.kind !== 'SCORECARDS' && order.by === 'STAFF')) actions.add('audit.read');
  if (ofItems && subjects.includes('ticket')) actions.add('ticket.read');
  if (ofItems && subjects.includes('contact')) actions.add('contact.read');
  const held = [...actions].flatMap((action): ExportRight[] => {
    const scope = ctx.asker.actions.get(action);
    return scope === undefined ? [] : [{ action, estateIds: narrow(scope, estateIds) }];
  });
  return [{ action: 'metric.read', estateIds }, ...held];
}
