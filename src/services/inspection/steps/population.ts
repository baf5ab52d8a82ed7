import type { Sampled } from '../../../domain/inspection/draw-sample.js';
import type { CommandContext } from '../../command/command-context.js';

/** A record whose customer can be asked about it. */
export interface Recorded extends Sampled {
  readonly estateId: string;
  readonly kind: 'REPAIR' | 'COMPLAINT' | 'OWNER_VISIT';
  /** Whether a callback that reached the customer stands in the record. */
  readonly calledBack: boolean;
}

interface PopulationWanted {
  readonly estateIds: readonly string[];
  readonly periodFrom: string;
  readonly periodTo: string;
}

/** Days of the estate, and a little around them by the clock, so that the index is met. */
const within = (column: string): string =>
  `${column} >= $3::date - interval '2 days' and ${column} < $4::date + interval '2 days'
   and (${column} at time zone e.time_zone)::date >= $3::date and (${column} at time zone e.time_zone)::date < $4::date`;

const POPULATION = `
select t.estate_id as "estateId", t.id, t.kind, t.kind || '/' || coalesce(t.urgency, t.complaint_class, '') as stratum,
       exists (select 1 from callback k where k.company_id = $1 and k.ticket_id = t.id and k.outcome = 'REACHED') as "calledBack"
  from ticket t join estate e on e.company_id = t.company_id and e.id = t.estate_id
 where t.company_id = $1 and t.estate_id = any($2::uuid[]) and t.kind in ('REPAIR', 'COMPLAINT') and t.stage = 'CLOSED'
   and t.unit_id is not null and t.merged_into_id is null and ${within('t.closed_at')}
union all
select v.estate_id, v.id, 'OWNER_VISIT', 'OWNER_VISIT', false
  from owner_visit v join estate e on e.company_id = v.company_id and e.id = v.estate_id
 where v.company_id = $1 and v.estate_id = any($2::uuid[]) and v.organiser = 'ESTATE' and ${within('v.visited_at')}
 order by 2`;

/** Closed tickets of households, and visits of the estates' own, of the days of a period. @rule D-27 */
export const readPopulation = (
  ctx: CommandContext,
  { estateIds, periodFrom, periodTo }: PopulationWanted,
): Promise<Recorded[]> => ctx.execute<Recorded>(POPULATION, [ctx.companyId, [...estateIds], periodFrom, periodTo]);
