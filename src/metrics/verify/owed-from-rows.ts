/** What is owed by a time, by its kinds. */
export function owed(kinds: string, at = 'o.due_at'): string {
  return `select e.time_zone as zone, o.estate_id, ${at} as at,
       case o.state when 'WAIVED' then 'WAIVED' when 'LAPSED' then 'NO_LONGER_OWED' when 'OPEN' then 'PENDING' end as why,
       '' as segment, case when o.settled_at <= o.due_at and o.state not in ('MISSED', 'FULFILLED_LATE') then 1 else 0 end as n, 1 as d
  from obligation o join estate e on e.id = o.estate_id and e.company_id = o.company_id
 where o.company_id = $1 and o.kind = any(string_to_array('${kinds}', ' '))`;
}

/** What estates asked of head office. */
export function escalations(why: string, n: string, d: string): string {
  return `select e.time_zone as zone, o.estate_id, o.owed_since as at, ${why} as why, '' as segment, ${n} as n, ${d} as d
  from obligation o join estate e on e.id = o.estate_id and e.company_id = o.company_id
 where o.company_id = $1 and o.kind in ('LIAISON_ANSWER', 'ESCALATION_ANSWER')`;
}
