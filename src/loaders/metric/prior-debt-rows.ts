import { sql, type RawBuilder } from 'kysely';
import { ON_ANY_DAY, type MetricPart } from '../../domain/metric/metric-part.js';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { endOfDay } from './charge-rows.js';
import type { MetricFigure } from './metric-figure.js';

/**
 * The charges behind a figure of what was due before the period, with the columns of deltas, by their deadlines: what was paid of each
 * in the period, and what was open of it when that began.
 * @rule M-FEE-04
 */
export function priorDebtRows(
  ctx: RequestContext,
  { scope, estateId }: MetricFigure,
  part: MetricPart,
): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const { asKnownOn } = scope;
  const { from, to } = scope.period;
  const estates = estateId === null ? scope.estateIds : [estateId];
  const known = (column: string) =>
    asKnownOn === null ? sql`` : sql`and ${sql.ref(column)} < ${endOfDay(companyId, asKnownOn)}`;
  return sql`(select r.* from (
    select c.estate_id, c.due_day as on_day, c.id as subject_id, '' as segment, coalesce(m.paid, 0)::bigint as numerator,
           (case when c.booked_day < ${to}::date then c.amount_minor else 0 end + coalesce(m.changed, 0) - coalesce(m.paid_before, 0))::bigint as denominator
      from charge c
      left join lateral (
        select -sum(e.charge_effect_minor) filter (where e.kind = 'ALLOCATION' and e.booked_day >= ${from}::date) as paid,
               -sum(e.charge_effect_minor) filter (where e.kind = 'ALLOCATION' and e.booked_day < ${from}::date) as paid_before,
               sum(e.charge_effect_minor) filter (where e.kind <> 'ALLOCATION') as changed
          from ledger_entry e
         where e.company_id = c.company_id and e.charge_id = c.id and e.booked_day < ${to}::date ${known('e.recorded_at')}) m on true
     where c.company_id = ${companyId}::uuid and c.due_day < ${from}::date and c.currency = 'CNY' and ${part === 'COUNTED'}::boolean
       ${asKnownOn === null ? sql`and (c.open_minor > 0 or c.last_day >= ${from}::date)` : sql``} ${known('c.recorded_at')}
       ${estates ? sql`and c.estate_id = any(${[...estates]}::uuid[])` : sql``}) r
   where r.numerator <> 0 or r.denominator <> 0)`;
}

/** What is told of such a metric for a period, of each day that counts in it. @rule M-FEE-04 */
export const priorDebtTold = (table: 'metric_journal' | 'metric_fresh', { from, to }: MetricPeriod) => sql`
select company_id, metric, part, '' as segment, estate_id, ${from}::date as on_day, ${ON_ANY_DAY}::date as ripe_day, subject_id, recorded_at, recorded_day,
       case when on_day >= ${from}::date then numerator else 0 end as numerator,
       denominator - case when on_day < ${from}::date then numerator else 0 end as denominator
  from ${sql.table(table)} where ripe_day < ${from}::date and on_day < ${to}::date`;
