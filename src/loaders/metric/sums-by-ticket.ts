import { CompiledQuery } from 'kysely';
import { ON_ANY_DAY } from '../../domain/metric/metric-part.js';
import type { TicketDimension } from '../../metrics/assert-about-tickets.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { APART, NOT_NOTHING, SUMMED } from './read-sums.js';
import type { SumRow, SumsWanted } from './sums-wanted.js';

/** Where dimensions are looked up at the tickets behind a figure, over `ticket t` and its `unit u`. */
export const BY_TICKET: Readonly<Record<TicketDimension, string>> = {
  CATEGORY: 't.category_id',
  DEPARTMENT: 't.department_id',
  BUILDING: 'u.building_id',
  STAFF: 't.assignee_id',
};

/** Sums by what the tickets behind metrics say now, in the segment; those without it under an empty one. */
export function readSumsByTicket(ctx: RequestContext, wanted: SumsWanted, by: TicketDimension): Promise<SumRow[]> {
  const { metrics, period, estateIds, asKnownOn, today } = wanted;
  const known =
    asKnownOn === null
      ? ''
      : `and d.recorded_at < (select (($6::date + 1)::timestamp at time zone c.time_zone) from company c where c.id = $1)`;
  const deltas = (table: string): string => `
select d.metric, d.part, d.reason, ${BY_TICKET[by]}::text as segment, d.numerator, d.denominator
  from ${table} d join ticket t on t.company_id = $1 and t.id = d.subject_id
  left join unit u on u.company_id = $1 and u.id = t.unit_id
 where d.company_id = $1 and d.metric = any($2::text[]) and ($3::uuid[] is null or d.estate_id = any($3::uuid[]))
   and d.on_day >= $4::date and d.on_day < $5::date and (d.ripe_day = '${ON_ANY_DAY}' or (d.part = 'PENDING') = (d.ripe_day >= $6::date)) ${known}`;
  return ctx.moment.read<SumRow>(
    CompiledQuery.raw(
      `select metric, null::uuid as "estateId", null::date as day, coalesce(segment, '') as segment,
              ${APART} as reason, ${SUMMED}
         from (${deltas('metric_journal')} union all ${deltas('metric_fresh')}) s group by 1, 4, 5 having ${NOT_NOTHING}`,
      [ctx.asker.companyId, metrics, estateIds, period.from, period.to, asKnownOn ?? today],
    ),
  );
}
