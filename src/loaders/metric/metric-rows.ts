import { sql, type RawBuilder } from 'kysely';
import type { LocalDate } from '../../domain/calendar/calendar-day.js';
import { invalidInput } from '../../domain/errors.js';
import { ON_ANY_DAY, type MetricPart } from '../../domain/metric/metric-part.js';
import type { Metric } from '../../domain/metric/metrics.js';
import type { TicketDimension } from '../../metrics/assert-about-tickets.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { chargeRows, endOfDay } from './charge-rows.js';
import type { MetricFigure } from './metric-figure.js';
import { BY_TICKET } from './sums-by-ticket.js';
import { priorDebtRows, priorDebtTold } from './prior-debt-rows.js';
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
  /** What the segment is looked up by at tickets. */
  readonly by: TicketDimension | null;
  /** After the end of this day; null: from the beginning. */
  readonly after: LocalDate | null;
  /** Until the end of this day; null: until now. */
  readonly until: LocalDate | null;
  /** The day on which items wait or count. */
  readonly on: LocalDate;
}

/** The items behind a figure, in the order of estates and days: their sums are the figure's. */
export const rowsOfFigure = (ctx: RequestContext, figure: MetricFigure, part: MetricPart, args: PageArgs) =>
  pageOf(ctx, figure.metric, itemsOfFigure(ctx, figure, part), args);

/** The items behind a figure, as a table with the columns of deltas. */
export function itemsOfFigure(ctx: RequestContext, figure: MetricFigure, part: MetricPart): RawBuilder<unknown> {
  const { metric, scope, estateId, segment, by } = figure;
  if (metric.ofPriorDebt) return priorDebtRows(ctx, figure, part);
  if (metric.items.source === 'BOOKS') return chargeRows(ctx, figure, part);
  const estateIds = estateId === null ? scope.estateIds : [estateId];
  return itemsOf(
    ctx,
    metric,
    { ...scope, estateIds },
    {
      ...{ part, segment, by, after: null, until: scope.asKnownOn, on: scope.asKnownOn ?? scope.today },
    },
  );
}

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
  const other = await metricScope(ctx, { ...asked, asKnownOn: asked.comparedWith }, 'comparedWith');
  const [after, until] = [scope.asKnownOn, other.asKnownOn];
  if (asked.comparedWith < String(after)) throw invalidInput('comparedWith', 'must not lie before asKnownOn');
  const bounds: Bounds = { part: 'COUNTED', segment: null, by: null, after, until, on: until ?? scope.today };
  return pageOf(ctx, metric, itemsOf(ctx, metric, scope, bounds), args);
}

function itemsOf(
  ctx: RequestContext,
  metric: Metric,
  { period, estateIds }: MetricScope,
  { part, segment, by, after, until, on }: Bounds,
): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const endOf = (day: LocalDate) => endOfDay(companyId, day);
  const isOfPersons = metric.items.segment?.dimension === 'STAFF';
  const shown = isOfPersons && !ctx.asker.actions.has('audit.read') ? sql`''::text` : sql`segment`;
  const deltas = (table: 'metric_journal' | 'metric_fresh') => sql`
select on_day, subject_id, ${shown} as segment, numerator, denominator
  from ${metric.ofPriorDebt ? sql`(${priorDebtTold(table, period)}) t` : sql.table(table)}
 where company_id = ${companyId}::uuid and metric = ${metric.key} and estate_id = e.id and on_day >= ${period.from}::date and on_day < ${period.to}::date
   and (ripe_day = ${ON_ANY_DAY}::date or (part = 'PENDING') = (ripe_day >= ${on}::date))
   ${part ? sql`and part = ${part}` : sql``}
   ${segment === null ? sql`` : by ? ofTicket(companyId, by, segment) : sql`and segment = ${segment}`}
   ${after === null ? sql`` : sql`and recorded_day >= ${after}::date and recorded_at >= ${endOf(after)}`} ${until === null ? sql`` : sql`and recorded_at < ${endOf(until)}`}`;
  // Estate by estate: whoever reads a page reads no more of them than fill it.
  return sql`(select e.id as estate_id, i.on_day, i.subject_id, i.segment, i.numerator, i.denominator
        from estate e cross join lateral (
          select on_day, subject_id, segment, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
            from (${deltas('metric_journal')} union all ${deltas('metric_fresh')}) d
           group by on_day, subject_id, segment having sum(numerator) <> 0 or sum(denominator) <> 0) i
       where e.company_id = ${companyId}::uuid ${estateIds ? sql`and e.id = any(${estateIds}::uuid[])` : sql``})`;
}

/** An item as it is read. */
interface Item {
  readonly estate_id: string;
  readonly on_day: LocalDate;
  readonly subject_id: string;
  readonly segment: string;
  readonly numerator: number;
  readonly denominator: number;
}

async function pageOf(ctx: RequestContext, metric: Metric, items: RawBuilder<unknown>, args: PageArgs) {
  const rows = sqlFor
    .selectFrom((items as RawBuilder<Item>).as('r'))
    .select([
      'r.estate_id as estateId',
      'r.on_day as day',
      'r.subject_id as subjectId',
      'r.segment',
      'r.numerator',
      'r.denominator',
    ]);
  const found = await page(ctx.moment, rows, KEYS, args);
  return found.map((row): MetricRow => ({ ...row, metric }));
}

/** Items whose ticket says so now; an empty segment is of those that say nothing. */
const ofTicket = (companyId: string, by: TicketDimension, segment: string) => sql`
   and exists (select from ticket t left join unit u on u.company_id = ${companyId}::uuid and u.id = t.unit_id
                where t.company_id = ${companyId}::uuid and t.id = subject_id
                  and coalesce(${sql.raw(BY_TICKET[by])}::text, '') = ${segment})`;
