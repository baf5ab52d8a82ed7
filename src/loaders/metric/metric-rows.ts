import { sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/calendar-day.js';
import type { MetricPart } from '../../domain/metric/metric-part.js';
import type { Metric } from '../../domain/metric/metrics.js';
import { metricOf } from '../../domain/metric/metrics.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { MetricFigure } from './metric-figure.js';
import { metricScope, type MetricScope, type MetricScopeAsked } from './metric-scope.js';

/** One item behind a figure, or what has changed about it. */
export interface MetricRow {
  readonly metric: Metric;
  readonly estateId: string;
  readonly day: LocalDate;
  readonly subjectId: string;
  readonly segment: string;
  readonly numerator: number;
  readonly denominator: number;
}

const KEYS: readonly SortKey[] = [
  { column: 'r.estate_id', type: 'uuid' },
  { column: 'r.on_day', type: 'date' },
  { column: 'r.subject_id', type: 'uuid' },
  { column: 'r.segment', type: 'text' },
];

/** Which changes are summed: of a part, and between which days they became known. */
interface Bounds {
  readonly part: MetricPart | null;
  readonly segment: string | null;
  /** After the end of this day; null: from the beginning. */
  readonly after: LocalDate | null;
  /** Until the end of this day; null: until now. */
  readonly until: LocalDate | null;
}

/** The items behind a figure, in the order of estates and days: their sums are the figure's. */
export const rowsOfFigure = (
  ctx: RequestContext,
  { metric, scope, estateId, segment }: MetricFigure,
  part: MetricPart,
  args: PageArgs,
) =>
  rowsPage(
    ctx,
    metric,
    { ...scope, estateIds: estateId === null ? scope.estateIds : [estateId] },
    { part, segment, after: null, until: scope.asKnownOn },
    args,
  );

/**
 * What has changed in a metric's figures of a period between two days: each item with the difference.
 * @throws INVALID_INPUT with the argument's path for a period or days that cannot be asked for
 */
export async function restatementsPage(
  ctx: RequestContext,
  metric: Metric,
  asked: MetricScopeAsked & { readonly comparedWith: LocalDate },
  args: PageArgs,
) {
  const scope = await metricScope(ctx, asked);
  const other = await metricScope(ctx, { ...asked, asKnownOn: asked.comparedWith });
  const [after, until] = [scope.asKnownOn, other.asKnownOn];
  return rowsPage(ctx, metric, scope, { part: 'COUNTED', segment: null, after, until }, args);
}

async function rowsPage(
  ctx: RequestContext,
  metric: Metric,
  { period, estateIds }: MetricScope,
  { part, segment, after, until }: Bounds,
  args: PageArgs,
) {
  const { companyId } = ctx.asker;
  const endOf = (day: LocalDate) =>
    sql`(select (${day}::date + 1)::timestamp at time zone c.time_zone from company c where c.id = ${companyId}::uuid)`;
  const deltas = (table: 'metric_journal' | 'metric_fresh') => sql`
select estate_id, on_day, subject_id, segment, numerator, denominator from ${sql.table(table)}
 where company_id = ${companyId}::uuid and metric = ${metric.key} and on_day >= ${period.from}::date and on_day < ${period.to}::date
   ${estateIds ? sql`and estate_id = any(${estateIds}::uuid[])` : sql``} ${part ? sql`and part = ${part}` : sql``}
   ${segment === null ? sql`` : sql`and segment = ${segment}`}
   ${after === null ? sql`` : sql`and recorded_at >= ${endOf(after)}`} ${until === null ? sql`` : sql`and recorded_at < ${endOf(until)}`}`;
  const items = sql<{
    estate_id: string;
    on_day: LocalDate;
    subject_id: string;
    segment: string;
    numerator: number;
    denominator: number;
  }>`(select estate_id, on_day, subject_id, segment, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
        from (${deltas('metric_journal')} union all ${deltas('metric_fresh')}) d
       group by estate_id, on_day, subject_id, segment having sum(numerator) <> 0 or sum(denominator) <> 0)`;
  const rows = sqlFor
    .selectFrom(items.as('r'))
    .select([
      'r.estate_id as estateId',
      'r.on_day as day',
      'r.subject_id as subjectId',
      'r.segment',
      'r.numerator',
      'r.denominator',
    ]);
  const found = await page(ctx.moment, rows, KEYS, args);
  return found.map((row): MetricRow => ({ ...row, metric: metricOf(metric.key) }));
}
