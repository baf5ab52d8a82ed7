/** Times agreed for repairs: those that were given up, and behind which the repair has another. */
export const appointmentsMoved = `select e.time_zone as zone, c.estate_id, c.started_at as at, null::text as why, '' as segment,
       case when c.state = 'CANCELLED' and exists (select from service_clock l where l.company_id = c.company_id and l.ticket_id = c.ticket_id
         and l.milestone = 'AS_AGREED' and l.round > c.round) then 1 else 0 end as n, 1 as d
  from service_clock c join estate e on e.id = c.estate_id and e.company_id = c.company_id
 where c.company_id = $1 and c.milestone = 'AS_AGREED'`;

/** Signatures of heads under orders, with what was written beside them. */
export const signedInBulk = `select e.time_zone as zone, g.estate_id, g.signed_at as at, null::text as why,
       case g.actor_kind when 'STAFF' then g.actor_id::text else '' end as segment, g.in_bulk::int as n, 1 as d
  from signature g join estate e on e.id = g.estate_id and e.company_id = g.company_id
 where g.company_id = $1 and g.signer = 'DEPARTMENT_HEAD' and g.mode in ('PHONE', 'LINK', 'PAPER', 'ACCOUNT')`;

/** Rows of a table of estates, each one, by whose they are. */
export function single(table: string, at: string, n: string, and: string, segment: string): string {
  return `select e.time_zone as zone, x.estate_id, ${at} as at, null::text as why, ${segment} as segment, ${n} as n, 1 as d
  from ${table} x join estate e on e.id = x.estate_id and e.company_id = x.company_id where x.company_id = $1 and ${and}`;
}
