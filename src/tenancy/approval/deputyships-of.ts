import { sql, type CompiledQuery } from 'kysely';
import type { Deputyship } from '../../domain/deputy/deputyship.js';
import type { Principal } from '../principal.js';
import { sqlFor } from '../read/tables.js';

/**
 * The statement for everything that a member of staff was named deputy for, while the absent person still holds the
 * post. `now` is null for the database's own.
 * @rule Q-43
 */
export const deputyshipsOf = ({ companyId, subjectId }: Principal, now: Date | null): CompiledQuery<Deputyship> =>
  sql<Deputyship>`
    select d.id, d.absent_id as "absentId", d.role, d.estate_id as "estateId", d.from_day::text as "fromDay",
           d.until_day::text as "untilDay",
           (coalesce(${now}::timestamptz, now()) at time zone coalesce(e.time_zone, c.time_zone))::date::text as today
      from deputy d
      join company c on c.id = d.company_id
      left join estate e on e.company_id = d.company_id and e.id = d.estate_id
     where d.company_id = ${companyId} and d.staff_id = ${subjectId}
       and exists (select 1
                     from role_assignment r
                     left join estate_group_member m
                       on m.company_id = r.company_id and m.group_id = r.group_id and m.estate_id = d.estate_id
                    where r.company_id = d.company_id and r.staff_id = d.absent_id and r.role = d.role
                      and (r.estate_id = d.estate_id or m.estate_id is not null
                           or (r.estate_id is null and r.group_id is null)))
     order by d.from_day, d.id`.compile(sqlFor);
