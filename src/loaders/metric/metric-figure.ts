import type { Exclusions, MetricSums } from '../../domain/metric/metric-value.js';
import { metricOf, type Metric, type MetricKey } from '../../domain/metric/metrics.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { groupedBy } from '../grouped-by.js';
import type { MetricScope } from './metric-scope.js';
import { readSums, summed } from './read-sums.js';
import type { TicketDimension } from '../../metrics/assert-about-tickets.js';

/** Which part of a scope a figure is of. */
export interface FigurePart {
  /** Of one estate; null: of all. */
  readonly estateId: string | null;
  /** Of one part of the dimension; null: of the whole. */
  readonly segment: string | null;
  /** What the segment is looked up by at tickets; null: it is of the metric's own dimension. */
  readonly by: TicketDimension | null;
}

/** A metric over a scope, or over a part of it. */
export interface MetricFigure extends FigurePart {
  readonly metric: Metric;
  readonly scope: MetricScope;
  readonly sums: MetricSums;
  /** What was left out, or where it is read when it is asked for. */
  readonly excluded: Exclusions | (() => Promise<Exclusions>);
  /** Whether it is one point of many of a series, and is not compared by itself. */
  readonly inSeries: boolean;
}

/** A figure of which all is known. */
export interface SettledFigure extends MetricFigure {
  readonly excluded: Exclusions;
}

/** All of a scope. */
export const WHOLE: FigurePart & Pick<MetricFigure, 'inSeries'> = {
  estateId: null,
  segment: null,
  by: null,
  inSeries: false,
};

/** Metrics over all estates of a scope as one: ratios of sums. @rule R-MET-08 */
export async function figuresOf(
  ctx: RequestContext,
  scope: MetricScope,
  keys: readonly MetricKey[],
): Promise<SettledFigure[]> {
  const byMetric = groupedBy(await readSums(ctx, { ...scope, metrics: keys }, {}), ({ metric }) => metric);
  return keys.map((key) => ({ ...WHOLE, metric: metricOf(key), scope, ...summed(byMetric.get(key) ?? []) }));
}

/** Metrics of each of these estates, one statement for all. */
export async function figuresByEstate(
  ctx: RequestContext,
  scope: MetricScope,
  keys: readonly MetricKey[],
  estateIds: readonly string[],
): Promise<Map<string, SettledFigure[]>> {
  const rows = await readSums(ctx, { ...scope, estateIds, metrics: keys }, { estate: true });
  const cells = groupedBy(rows, ({ estateId, metric }) => `${estateId}/${metric}`);
  const figureOf = (estateId: string, key: MetricKey): SettledFigure => ({
    ...{ ...WHOLE, estateId, metric: metricOf(key), scope },
    ...summed(cells.get(`${estateId}/${key}`) ?? []),
  });
  return new Map(estateIds.map((estateId) => [estateId, keys.map((key) => figureOf(estateId, key))]));
}
