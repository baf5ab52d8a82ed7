import { sql, type RawBuilder } from 'kysely';
import type { LocalDate } from '../../domain/calendar/calendar-day.js';
import { RATED_KINDS } from '../../domain/collection/collection-scope.js';
import type { MetricPart } from '../../domain/metric/metric-part.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { CHARGED } from '../collection/charged.js';
import type { MetricFigure } from './metric-figure.js';

/** The end of a day in the company's zone: what was recorded later was not known on it. */
export const endOfDay = (companyId: string, day: LocalDate): RawBuilder<Date> =>
  sql`(select (${day}::date + 1)::timestamp at time zone c.time_zone from company c where c.id = ${companyId}::uuid)`;

/**
 * The charges behind a figure of money, with the columns of deltas: their sums are kept by estate, and the lines themselves
 * stand in the books, with both of their dates.
 */
export function chargeRows(
  ctx: RequestContext,
  { metric, scope, estateId, segment }: MetricFigure,
  part: MetricPart,
): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const { period, asKnownOn, today } = scope;
  const estates = estateId === null ? scope.estateIds : [estateId];
  const then = asKnownOn === null ? null : endOfDay(companyId, asKnownOn);
  const day = asKnownOn ?? today;
  const standing = then ? sql`(c.cancelled_at is null or c.cancelled_at >= ${then})` : sql`c.cancelled_at is null`;
  const of: Readonly<Record<MetricPart, RawBuilder<unknown>>> = {
    COUNTED: sql`c.currency = 'CNY' and c.due_day < ${day}::date`,
    PENDING: sql`c.currency = 'CNY' and c.due_day >= ${day}::date and ${standing}`,
    EXCLUDED: sql`c.currency <> 'CNY' and ${standing}`,
  };
  const counted = part === 'COUNTED';
  const rated = sql`c.kind = any(${[...RATED_KINDS]}::text[])`;
  const later = then
    ? sql`left join lateral (
        select sum(case when e.kind = 'ALLOCATION' then -e.charge_effect_minor else 0 end) as paid,
               sum(case when e.kind in ('INCREASE', 'REDUCTION', 'WAIVER', 'TRANSFER', 'CANCELLATION') then e.charge_effect_minor else 0 end) as charged
          from ledger_entry e where e.company_id = c.company_id and e.charge_id = c.id and e.recorded_at >= ${then}) l on true`
    : sql`cross join lateral (select 0 as paid, 0 as charged) l`;
  return sql`(select r.* from (
    select c.estate_id, c.from_day as on_day, c.id as subject_id, c.kind as segment,
           ${counted ? sql`(c.paid_minor - coalesce(l.paid, 0))::bigint` : sql`0::bigint`} as numerator,
           ${counted ? sql`(${CHARGED} - coalesce(l.charged, 0))::bigint` : sql`1::bigint`} as denominator
      from charge c ${later}
     where c.company_id = ${companyId}::uuid and c.from_day >= ${period.from}::date and c.from_day < ${period.to}::date
       ${estates ? sql`and c.estate_id = any(${[...estates]}::uuid[])` : sql``} ${segment === null ? sql`` : sql`and c.kind = ${segment}`}
       and ${metric.key === 'FEE_COLLECTION' ? rated : sql`not ${rated}`} and ${of[part]}
       ${then ? sql`and c.recorded_at < ${then}` : sql``}) r
   where r.numerator <> 0 or r.denominator <> 0)`;
}
