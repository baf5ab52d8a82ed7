/** Callbacks of tickets, each one. */
export function callbacks(where: string, n: string, d: string, segment: string): string {
  return `select e.time_zone as zone, t.estate_id, k.called_at as at, null::text as why, ${segment} as segment, ${n} as n, ${d} as d
  from callback k join ticket t on t.id = k.ticket_id and t.company_id = k.company_id
  join estate e on e.id = t.estate_id and e.company_id = t.company_id
 where k.company_id = $1 and ${where}`;
}

/** What customers answered on callbacks about a kind of ticket. */
export function satisfaction(kind: string): string {
  return `select e.time_zone as zone, t.estate_id, k.called_at as at,
       case when k.outcome in ('NOT_REACHED', 'WRONG_NUMBER', 'REFUSED') then 'NOT_REACHED' when k.satisfaction is null then 'NO_ANSWER' end as why,
       coalesce(k.satisfaction, '') as segment, case when k.satisfaction like '%SATISFIED' and k.satisfaction not like '%DIS%' then 1 else 0 end as n, 1 as d
  from callback k join ticket t on t.id = k.ticket_id and t.company_id = k.company_id
  join estate e on e.id = t.estate_id and e.company_id = t.company_id
 where k.company_id = $1 and t.kind = '${kind}'`;
}
