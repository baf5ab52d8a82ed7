/**
 * What was charged and paid, from the charges as they were made and the entries of the ledger, and not from what is kept at
 * a charge; each charge counted behind its deadline, and waiting until it.
 */
export function booked(kinds: string, or = ''): string {
  const moved = (entries: string): string =>
    `coalesce(sum(case when e.reverses_id is null then e.amount_minor else -e.amount_minor end) filter (where e.kind in (${entries})), 0)`;
  const entries = `select e.charge_id, ${moved(`'ALLOCATION'`)} as paid, ${moved(`'INCREASE'`)} - ${moved(`'REDUCTION', 'WAIVER', 'TRANSFER', 'CANCELLATION'`)} as more,
         count(*) filter (where e.kind = 'CANCELLATION') as cancelled
    from ledger_entry e where e.company_id = $1 and e.estate_id = any($2::uuid[]) and e.charge_id is not null group by e.charge_id`;
  const lines = `select e.time_zone as zone, c.estate_id, c.from_day::timestamp at time zone e.time_zone as at, c.kind as segment, c.due_day, c.currency,
         coalesce(x.cancelled, 0) as cancelled, coalesce(x.paid, 0) as n, c.amount_minor + coalesce(x.more, 0) as d
    from charge c join estate e on e.company_id = c.company_id and e.id = c.estate_id left join (${entries}) x on x.charge_id = c.id
   where c.company_id = $1 and c.estate_id = any($2::uuid[]) and c.kind ${or} in ${kinds}`;
  return `select zone, estate_id, at, segment, w.why, case when w.why is null then n else 0 end as n, case when w.why is null then d else 1 end as d, w.ripe
  from (${lines}) l
 cross join lateral (
   select null::text as why, l.due_day as ripe where l.currency = 'CNY'
   union all select 'PENDING', l.due_day where l.currency = 'CNY' and l.cancelled = 0
   union all select 'OTHER_CURRENCY', date '0001-01-01' where l.currency <> 'CNY' and l.cancelled = 0) w`;
}
