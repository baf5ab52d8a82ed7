import DataLoader from 'dataloader';
import { invalidInput } from '../../domain/errors.js';
import { bucketOf, hasSpread, percentileOf, spreadKey } from '../../domain/metric/spread.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { groupedBy } from '../grouped-by.js';
import type { MetricFigure } from './metric-figure.js';
import { readSums } from './read-sums.js';
import type { SumRow } from './sums-wanted.js';

interface Asked {
  readonly figure: MetricFigure;
  readonly percent: number;
}

/**
 * Percentiles of times, from the counts of their buckets in the scope of each figure: one statement a scope, however many
 * metrics, estates and parts are asked for. Null for what is no time, by what tickets say, and in series.
 * @throws INVALID_INPUT at `percent` outside 1 to 99
 * @rule M-RPR-19 @rule M-CMP-22
 */
export const percentile = (ctx: RequestContext) =>
  ctx.moment.once(percentile, () => {
    return new DataLoader<Asked, number | null>(
      async (asked) => {
        const found = new Map<Asked, number | null>();
        const groups = groupedBy(asked.filter(isAnswered), scopeOf);
        await Promise.all(
          [...groups.values()].map(async (group) => {
            const rows = await rowsOf(ctx, group);
            for (const each of group) found.set(each, percentileOf(bucketsOf(each.figure, rows), each.percent));
          }),
        );
        return asked.map((each) => found.get(each) ?? null);
      },
      { cache: false },
    );
  });

/** @throws INVALID_INPUT at `percent` outside 1 to 99 */
export function assertPercent(percent: number): void {
  if (percent < 1 || percent > 99) throw invalidInput('percent', 'must lie between 1 and 99');
}

const isAnswered = ({ figure: { metric, by, inSeries } }: Asked): boolean =>
  hasSpread(metric) && by === null && !inSeries;

const scopeOf = ({ figure: { scope, estateId } }: Asked): string =>
  JSON.stringify([scope.period, scope.asKnownOn, scope.estateIds, estateId !== null]);

function rowsOf(ctx: RequestContext, group: readonly Asked[]): Promise<SumRow[]> {
  const figures = group.map(({ figure }) => figure);
  const [first] = figures;
  if (!first) return Promise.resolve([]);
  const estates = figures.flatMap(({ estateId }) => estateId ?? []);
  const wanted = {
    ...first.scope,
    estateIds: first.estateId === null ? first.scope.estateIds : [...new Set(estates)],
    metrics: [...new Set(figures.map(({ metric }) => spreadKey(metric.key)))],
  };
  return readSums(ctx, wanted, { estate: first.estateId !== null, segment: true });
}

function bucketsOf({ metric, estateId, segment }: MetricFigure, rows: readonly SumRow[]) {
  const key = spreadKey(metric.key);
  return rows
    .filter((row) => row.metric === key && row.estateId === estateId)
    .map((row) => ({ ...bucketOf(row.segment ?? ''), items: row.numerator }))
    .filter(({ part }) => segment === null || part === segment);
}
