/** The contact log. */
export function contacts(n: string, d: string, segment: string): string {
  return `select e.time_zone as zone, k.estate_id, k.received_at as at, null::text as why, ${segment} as segment, ${n} as n, ${d} as d
  from contact k join estate e on e.id = k.estate_id and e.company_id = k.company_id where k.company_id = $1`;
}
