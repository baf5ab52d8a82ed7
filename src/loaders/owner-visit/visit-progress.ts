import { sql } from 'kysely';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';

interface Progress {
  readonly id: string;
  readonly visited: number;
  readonly byManager: number;
  readonly bySupervisor: number;
  readonly waiting: number;
  readonly outOfTurn: number;
  readonly inQuietHours: number;
  readonly unannounced: number;
}

/**
 * How far the months of the programme have come, of the rows: distinct households visited that count, the manager's and
 * the supervisor's own, the drawn ones that wait, and what is flagged.
 * @rule R-VIS-03 @rule R-VIS-04 @rule R-VIS-05 @rule R-CBK-08
 */
export const visitProgress = (ctx: RequestContext) =>
  ctx.moment.once(visitProgress, () =>
    byId((ids) =>
      ctx.moment.read(
        sql<Progress>`
          select m.id,
                 count(distinct v.unit_id) filter (where v.counts) as visited,
                 count(distinct v.unit_id) filter (where v.visitor_post = 'SERVICE_MANAGER' and v.organiser = 'ESTATE') as "byManager",
                 count(distinct v.unit_id) filter (where v.visitor_post = 'SERVICE_SUPERVISOR' and v.organiser = 'ESTATE') as "bySupervisor",
                 (select count(*) from owner_visit w where w.company_id = m.company_id and w.estate_id = m.estate_id
                     and w.stage in ('SAMPLED', 'APPOINTED') and w.sampled) as waiting,
                 count(v.id) filter (where v.repeated or not v.sampled and v.organiser = 'ESTATE') as "outOfTurn",
                 count(v.id) filter (where v.in_quiet_hours) as "inQuietHours",
                 count(v.id) filter (where v.unannounced) as unannounced
            from visit_month m
            join estate e on e.company_id = m.company_id and e.id = m.estate_id
            left join owner_visit v on v.company_id = m.company_id and v.estate_id = m.estate_id
             and v.visited_at >= (m.month::timestamp at time zone e.time_zone)
             and v.visited_at < ((m.month + interval '1 month') at time zone e.time_zone)
           where m.company_id = ${ctx.asker.companyId} and m.id = any(${ids}::uuid[])
           group by m.company_id, m.id, m.estate_id`.compile(sqlFor),
      ),
    ),
  );
