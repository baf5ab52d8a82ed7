import { CompiledQuery } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import type { MetricDimension } from '../../domain/metric/metric-dimension.js';
import { pointsOf, type MetricInterval, type MetricPeriod } from '../../domain/metric/metric-period.js';
import { metricOf, type Metric, type MetricKey } from '../../domain/metric/metrics.js';
import { SOURCES } from '../../metrics/sources.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { groupedBy } from '../grouped-by.js';
import type { MetricFigure } from './metric-figure.js';
import type { MetricScope } from './metric-scope.js';
import { readSums, sumsOf, type SumRow } from './read-sums.js';

/** A figure in a series or a breakdown. */
export interface MetricPoint {
  readonly period: MetricPeriod;
  readonly estateId: string | null;
  readonly segment: string | null;
  readonly figure: MetricFigure;
}

/** Dimensions that are looked up at the tickets behind a figure. */
const BY_TICKET = { CATEGORY: 't.category_id', DEPARTMENT: 't.department_id', BUILDING: 'u.building_id' } as const;
/** Points that an answer shows at most. */
const MOST = 20_000;

/** Which points of a metric are wanted. */
export interface SeriesWanted {
  readonly interval: MetricInterval;
  readonly byEstate: boolean;
  readonly by: MetricDimension | null;
}

/**
 * A metric over time, by estate or by its own dimension where asked; points without items are left out of breakdowns, and
 * null in a series of the whole.
 * @throws INVALID_INPUT with the argument's path for a dimension that the metric does not have, and for too many points
 */
export async function metricSeries(
  ctx: RequestContext,
  scope: MetricScope,
  key: MetricKey,
  { interval, byEstate, by }: SeriesWanted,
): Promise<MetricPoint[]> {
  const metric = metricOf(key);
  if (by !== null) assertOwn(metric, by);
  const points = pointsOf(scope.period, interval);
  const fine = interval === 'DAY' || interval === 'WEEK';
  const rows = await readSums(
    ctx,
    { ...scope, metrics: [key] },
    { day: fine ? 'DAY' : 'MONTH', estate: byEstate, segment: by !== null },
  );
  const groups = groupedBy(rows, ({ estateId, segment }) => `${estateId}/${segment}`);
  if (groups.size * points.length > MOST)
    throw invalidInput('interval', `gives more than ${MOST} points; take a longer one`);
  if (groups.size === 0 && !byEstate && by === null) groups.set('', []);
  return [...groups.values()].flatMap((group) =>
    points.map((period) =>
      pointOf(
        metric,
        scope,
        period,
        group[0],
        group.filter((row) => isIn(row, period)),
      ),
    ),
  );
}

/**
 * A metric by one dimension: its own, the estate, or what the tickets behind it say; the largest denominator first.
 * @throws INVALID_INPUT at `by` for a dimension that the metric does not have
 */
export async function metricBreakdown(
  ctx: RequestContext,
  scope: MetricScope,
  key: MetricKey,
  by: MetricDimension,
  most: number,
): Promise<MetricPoint[]> {
  const metric = metricOf(key);
  const rows = await rowsBy(ctx, scope, metric, by);
  const groups = groupedBy(rows, ({ estateId, segment }) => `${estateId}/${segment}`);
  return [...groups.values()]
    .map((group) => pointOf(metric, scope, scope.period, group[0], group))
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, most);
}

const weightOf = ({ figure: { sums } }: MetricPoint): number => sums.denominator || sums.numerator;

function rowsBy(ctx: RequestContext, scope: MetricScope, metric: Metric, by: MetricDimension): Promise<SumRow[]> {
  const wanted = { ...scope, metrics: [metric.key] };
  if (by === 'ESTATE') return readSums(ctx, wanted, { estate: true });
  if (by === 'CATEGORY' || by === 'DEPARTMENT' || by === 'BUILDING') return rowsByTicket(ctx, scope, metric, by);
  assertOwn(metric, by);
  return readSums(ctx, wanted, { segment: true });
}

function assertOwn({ items }: Metric, by: MetricDimension): void {
  const own = items.segment?.dimension ?? null;
  if (own !== by)
    throw invalidInput('by', own ? `this metric is broken down by ${own}` : 'this metric has no dimension', { own });
}

/** Sums by what the tickets behind a metric say now; those without it under an empty segment. */
async function rowsByTicket(
  ctx: RequestContext,
  { period, estateIds, asKnownOn }: MetricScope,
  { key, items }: Metric,
  by: keyof typeof BY_TICKET,
): Promise<SumRow[]> {
  if (SOURCES[items.source].subject !== 'ticket') throw invalidInput('by', 'this metric is not about tickets');
  const known =
    asKnownOn === null
      ? ''
      : `and d.recorded_at < (select (($6::date + 1)::timestamp at time zone c.time_zone) from company c where c.id = $1)`;
  const deltas = (table: string): string => `
select d.part, d.reason, ${BY_TICKET[by]}::text as segment, d.numerator, d.denominator
  from ${table} d join ticket t on t.company_id = $1 and t.id = d.subject_id
  left join unit u on u.company_id = $1 and u.id = t.unit_id
 where d.company_id = $1 and d.metric = $2 and ($3::uuid[] is null or d.estate_id = any($3::uuid[]))
   and d.on_day >= $4::date and d.on_day < $5::date ${known}`;
  return ctx.moment.read<SumRow>(
    CompiledQuery.raw(
      `select $2::text as metric, null::uuid as "estateId", null::date as day, coalesce(segment, '') as segment, part, reason,
              sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
         from (${deltas('metric_journal')} union all ${deltas('metric_fresh')}) s group by 4, 5, 6`,
      [ctx.asker.companyId, key, estateIds, period.from, period.to, ...(asKnownOn === null ? [] : [asKnownOn])],
    ),
  );
}

const isIn = ({ day }: SumRow, { from, to }: MetricPeriod): boolean => day !== null && day >= from && day < to;

function pointOf(
  metric: Metric,
  scope: MetricScope,
  period: MetricPeriod,
  first: SumRow | undefined,
  rows: readonly SumRow[],
): MetricPoint {
  const [estateId, segment] = [first?.estateId ?? null, first?.segment ?? null];
  return {
    period,
    estateId,
    segment,
    figure: { metric, scope: { ...scope, period }, estateId, segment, sums: sumsOf(rows) },
  };
}
