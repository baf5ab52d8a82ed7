/** What a month of visits owes, and the visits beside it. */
export function quota(owes: string, visit: string): string {
  return `select e.time_zone as zone, m.estate_id, (m.month + time '00:00') at time zone e.time_zone as at, null::text as why, '' as segment, 0 as n, ${owes} as d
  from visit_month m join estate e on e.id = m.estate_id and e.company_id = m.company_id where m.company_id = $1
union all ${visits('1', '0', `''`, { and: visit })}`;
}

/** Visits that took place. */
export function visits(n: string, d: string, segment: string, { and = 'true', why = 'null::text' } = {}): string {
  return `select e.time_zone as zone, v.estate_id, v.visited_at as at, ${why} as why, ${segment} as segment, ${n} as n, ${d} as d
  from owner_visit v join estate e on e.id = v.estate_id and e.company_id = v.company_id
 where v.company_id = $1 and v.visited_at is not null and ${and}`;
}

/** Cycles that are under way, with the units that visits of theirs went to. */
export const covered = `select e.time_zone as zone, c.estate_id, c.started_at as at, null::text as why, '' as segment,
       (select count(*) from (select 1 from owner_visit v where v.company_id = c.company_id and v.cycle_id = c.id and v.visited_at is not null
                               group by v.unit_id) u) as n, c.occupied as d
  from visit_cycle c join estate e on e.id = c.estate_id and e.company_id = c.company_id where c.company_id = $1 and c.ended_at is null`;
