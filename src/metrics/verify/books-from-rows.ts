/**
 * What was charged and paid, from the charges as they were made and the entries of the ledger, and not from what is kept at
 * a charge; each charge counted behind its deadline, and waiting until it. Charges and entries are gathered by charge instead
 * of joined: that is as quick where the database does not know yet how many there are.
 */
export function booked(kinds: string, or = ''): string {
  const moved = (entries: string): string =>
    `sum(case when e.kind not in (${entries}) then 0 when e.reverses_id is null then e.amount_minor else -e.amount_minor end)`;
  const ofCharges = `select c.id as charge_id, c.estate_id, c.from_day, c.kind, c.due_day, c.currency, 0 as cancelled, 0 as paid, c.amount_minor as owed
    from charge c where c.company_id = $1 and c.estate_id = any($2::uuid[]) and c.kind ${or} in ${kinds}`;
  const ofEntries = `select e.charge_id, null, null, null, null, null, count(*) filter (where e.kind = 'CANCELLATION'),
         ${moved(`'ALLOCATION'`)}, ${moved(`'INCREASE'`)} - ${moved(`'REDUCTION', 'WAIVER', 'TRANSFER', 'CANCELLATION'`)}
    from ledger_entry e where e.company_id = $1 and e.estate_id = any($2::uuid[]) and e.charge_id is not null group by e.charge_id`;
  const gathered = `select max(estate_id::text)::uuid as estate_id, max(from_day) as from_day, max(kind) as kind, max(due_day) as due_day, max(currency) as currency,
         sum(cancelled) as cancelled, sum(paid) as n, sum(owed) as d
    from (${ofCharges} union all ${ofEntries}) b group by charge_id having max(kind) is not null`;
  const lines = `select e.time_zone as zone, g.estate_id, g.from_day::timestamp at time zone e.time_zone as at, g.kind as segment, g.due_day, g.currency, g.cancelled, g.n, g.d
    from (${gathered}) g join estate e on e.company_id = $1 and e.id = g.estate_id`;
  return `select zone, estate_id, at, segment, w.why, case when w.why is null then n else 0 end as n, case when w.why is null then d else 1 end as d, w.ripe
  from (${lines}) l
 cross join lateral (
   select null::text as why, l.due_day as ripe where l.currency = 'CNY'
   union all select 'PENDING', l.due_day where l.currency = 'CNY' and l.cancelled = 0
   union all select 'OTHER_CURRENCY', date '0001-01-01' where l.currency <> 'CNY' and l.cancelled = 0) w`;
}

/** Charges, and the lines that move them, by the day of the books: each with the deadline of its charge. */
export const movedInBooks = `select e.time_zone as zone, c.estate_id, (m.on_day + time '00:00') at time zone e.time_zone as at, null::text as why, '' as segment,
       m.n, m.d, c.due_day as ripe
  from charge c join estate e on e.company_id = c.company_id and e.id = c.estate_id
 cross join lateral (
   select c.booked_day as on_day, 0 as n, c.amount_minor as d
   union all
   select l.booked_day, case when l.kind = 'ALLOCATION' then s.amount else 0 end,
          case when l.kind = 'ALLOCATION' then 0 when l.kind = 'INCREASE' then s.amount else -s.amount end
     from ledger_entry l cross join lateral (select case when l.reverses_id is null then l.amount_minor else -l.amount_minor end as amount) s
    where l.company_id = c.company_id and l.charge_id = c.id) m
 where c.company_id = $1 and c.currency = 'CNY'`;
