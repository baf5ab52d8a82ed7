import DataLoader from 'dataloader';
import { comparedPeriod, type MetricComparison } from '../../domain/metric/metric-period.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { groupedBy } from '../grouped-by.js';
import type { MetricFigure } from './metric-figure.js';
import { equallyMature, type MetricScope } from './metric-scope.js';
import { readSums, summed } from './read-sums.js';
import type { SumRow, SumsWanted } from './sums-wanted.js';
import { readSumsByTicket } from './sums-by-ticket.js';

interface Compared {
  readonly figure: MetricFigure;
  readonly comparison: MetricComparison;
}

/** Figures of the compared period, one statement for all that a tick asks for of one scope, told apart alike. @rule D-24 */
export const previousFigure = (ctx: RequestContext) =>
  ctx.moment.once(
    previousFigure,
    () =>
      new DataLoader<Compared, MetricFigure, Compared>(async (asked) => {
        const found = new Map<Compared, MetricFigure>();
        await Promise.all(groupsOf(asked).map((group) => findPrevious(ctx, group, found)));
        return asked.map((each) => found.get(each) as MetricFigure);
      }),
  );

/** What one statement answers: of the same scope, and alike in what figures are told apart by. */
function groupsOf(asked: readonly Compared[]): [Compared, ...Compared[]][] {
  const scopes = new Map<MetricScope, Compared[]>();
  for (const each of asked) {
    const { scope } = each.figure;
    scopes.set(scope, [...(scopes.get(scope) ?? []), each]);
  }
  const alike = ({ figure: { estateId, segment, by }, comparison }: Compared): string =>
    `${comparison} ${estateId !== null} ${segment !== null} ${by}`;
  return [...scopes.values()].flatMap((group) => [...groupedBy(group, alike).values()]) as [Compared, ...Compared[]][];
}

async function findPrevious(
  ctx: RequestContext,
  group: readonly [Compared, ...Compared[]],
  found: Map<Compared, MetricFigure>,
): Promise<void> {
  const { figure, comparison } = group[0];
  const { scope, estateId, segment, by } = figure;
  const before = { ...scope, ...equallyMature(scope, comparedPeriod(scope.period, comparison)) };
  const estates = new Set(group.map((each) => each.figure.estateId ?? ''));
  const wanted: SumsWanted = {
    ...before,
    estateIds: estateId === null ? scope.estateIds : [...estates],
    metrics: [...new Set(group.map((each) => each.figure.metric.key))],
  };
  const rows = by
    ? await readSumsByTicket(ctx, wanted, by)
    : await readSums(ctx, wanted, { estate: estateId !== null, segment: segment !== null });
  const keyOf = (row: Pick<SumRow, 'metric' | 'estateId' | 'segment'>): string =>
    `${row.metric}/${row.estateId}/${row.segment}`;
  const cells = groupedBy(rows, keyOf);
  for (const each of group) {
    const own = cells.get(keyOf({ ...each.figure, metric: each.figure.metric.key })) ?? [];
    found.set(each, { ...each.figure, scope: before, ...summed(own) });
  }
}
