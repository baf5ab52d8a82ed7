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

/** Letters to head office that were sent. */
export function lettersOut(n: string, d: string, and = ''): string {
  return `select e.time_zone as zone, l.estate_id, l.sent_at as at, case l.stage when 'WITHDRAWN' then 'CANCELLED' end as why, '' as segment, ${n} as n, ${d} as d
  from liaison_letter l join estate e on e.id = l.estate_id and e.company_id = l.company_id
 where l.company_id = $1 and l.sent_by_id is not null and l.sent_at is not null ${and}`;
}

/**
 * What is owed about debtors, done however late: who is owed a call is counted once it was due or made; who is owed a visit at
 * once, and still where a letter went out instead.
 */
export function debtorsOwed(kind: 'DUNNING_CALL' | 'DUNNING_VISIT'): string {
  const instead = `exists (select from lawyer_letter l where l.company_id = o.company_id and l.case_id = o.subject_id
                       and l.sent_on <= date(o.settled_at at time zone e.time_zone))`;
  const lapsed = kind === 'DUNNING_VISIT' ? `o.state = 'LAPSED' and not ${instead}` : `o.state = 'LAPSED'`;
  return `select e.time_zone as zone, o.estate_id, o.owed_since as at,
       case when o.state = 'WAIVED' then 'WAIVED' when ${lapsed} then 'NO_LONGER_OWED'
            ${kind === 'DUNNING_CALL' ? `when o.state = 'OPEN' then 'PENDING'` : ''} end as why,
       '' as segment, case when o.state like 'FULFILLED%' then 1 else 0 end as n, 1 as d
  from obligation o join estate e on e.id = o.estate_id and e.company_id = o.company_id
 where o.company_id = $1 and o.kind = '${kind}'`;
}
