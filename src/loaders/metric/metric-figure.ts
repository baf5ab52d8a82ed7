import DataLoader from 'dataloader';
import { comparedPeriod, type MetricComparison } from '../../domain/metric/metric-period.js';
import { NO_SUMS, type MetricSums } from '../../domain/metric/metric-value.js';
import { metricOf, type Metric, type MetricKey } from '../../domain/metric/metrics.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { groupedBy } from '../grouped-by.js';
import { equallyMature, type MetricScope } from './metric-scope.js';
import { readSums, sumsOf, type SumRow } from './read-sums.js';

/** A metric over a scope, or over one estate of it, or one segment. */
export interface MetricFigure {
  readonly metric: Metric;
  readonly scope: MetricScope;
  readonly estateId: string | null;
  readonly segment: string | null;
  readonly sums: MetricSums;
}

/** Metrics over all estates of a scope as one: ratios of sums. @rule R-MET-08 */
export async function figuresOf(
  ctx: RequestContext,
  scope: MetricScope,
  keys: readonly MetricKey[],
): Promise<MetricFigure[]> {
  const rows = await readSums(ctx, { ...scope, metrics: keys }, {});
  const byMetric = groupedBy(rows, ({ metric }) => metric);
  return keys.map((key) => ({
    ...{ metric: metricOf(key), scope, estateId: null, segment: null },
    sums: sumsOf(byMetric.get(key) ?? []),
  }));
}

/** Metrics of each of these estates, one statement for all. */
export async function figuresByEstate(
  ctx: RequestContext,
  scope: MetricScope,
  keys: readonly MetricKey[],
  estateIds: readonly string[],
): Promise<Map<string, MetricFigure[]>> {
  const rows = await readSums(ctx, { ...scope, estateIds, metrics: keys }, { estate: true });
  const cells = groupedBy(rows, ({ estateId, metric }) => `${estateId}/${metric}`);
  return new Map(
    estateIds.map((estateId) => [
      estateId,
      keys.map((key) => ({
        ...{ metric: metricOf(key), scope, estateId, segment: null },
        sums: sumsOf(cells.get(`${estateId}/${key}`) ?? []),
      })),
    ]),
  );
}

interface Compared {
  readonly figure: MetricFigure;
  readonly comparison: MetricComparison;
}

/** Figures of the compared period, one statement for all that a tick asks for about the same scope. @rule D-24 */
export const previousFigure = (ctx: RequestContext) =>
  ctx.moment.once(
    previousFigure,
    () =>
      new DataLoader<Compared, MetricFigure, Compared>(async (asked) => {
        const found = new Map<Compared, MetricFigure>();
        const groups = groupedBy(asked, ({ figure, comparison }) => groupOf(figure, comparison));
        await Promise.all([...groups.values()].map((group) => findPrevious(ctx, group, found)));
        return asked.map((each) => found.get(each) as MetricFigure);
      }),
  );

const scopeNumbers = new WeakMap<MetricScope, number>();
let scopes = 0;

/** Figures that one statement compares: of one scope, and alike in what they are told apart by. */
function groupOf({ scope, estateId, segment }: MetricFigure, comparison: MetricComparison): string {
  let number = scopeNumbers.get(scope);
  if (number === undefined) {
    scopes += 1;
    number = scopes;
    scopeNumbers.set(scope, number);
  }
  return `${number} ${comparison} ${estateId !== null} ${segment !== null}`;
}

async function findPrevious(
  ctx: RequestContext,
  group: readonly Compared[],
  found: Map<Compared, MetricFigure>,
): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { scope, estateId, segment } = first.figure;
  const before = { ...scope, ...equallyMature(scope, comparedPeriod(scope.period, first.comparison)) };
  const estateIds =
    estateId === null ? scope.estateIds : [...new Set(group.map(({ figure }) => String(figure.estateId)))];
  const metrics = [...new Set(group.map(({ figure }) => figure.metric.key))];
  const rows = await readSums(
    ctx,
    { ...before, estateIds, metrics },
    { estate: estateId !== null, segment: segment !== null },
  );
  const keyOf = (row: Pick<SumRow, 'metric' | 'estateId' | 'segment'>): string =>
    `${row.metric}/${row.estateId}/${row.segment}`;
  const cells = groupedBy(rows, keyOf);
  for (const each of group) {
    const { figure } = each;
    const sums = cells.get(keyOf({ ...figure, metric: figure.metric.key }));
    found.set(each, { ...figure, scope: before, sums: sums ? sumsOf(sums) : NO_SUMS });
  }
}
