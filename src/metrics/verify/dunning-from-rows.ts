/**
 * Steps of dunning with what was paid on the debt until their days were over or the next step came, from the entries themselves;
 * each counted behind its days, and waiting until then.
 */
export function acted(what: 'MONEY' | 'CASES'): string {
  const steps = `select e.time_zone as zone, x.estate_id, x.done_at, x.kind, x.arrears_minor, c.payer_id, c.unit_id, c.currency, c.ending, c.closed_on,
         date(x.done_at at time zone e.time_zone) as day, date(x.done_at at time zone e.time_zone) + x.effect_days as ripe,
         (select min(date(y.done_at at time zone e.time_zone)) from dunning_step y
           where y.company_id = x.company_id and y.case_id = x.case_id and y.state = 'DONE' and (y.done_at, y.id) > (x.done_at, x.id)) as then_day
    from dunning_step x, dunning_case c, estate e
   where x.company_id = $1 and x.state = 'DONE' and x.arrears_minor <> 0
     and (c.company_id, c.id) = (x.company_id, x.case_id) and (e.company_id, e.id) = (x.company_id, x.estate_id)`;
  const paid = `coalesce((select sum(l.amount_minor) from ledger_entry l
      where l.company_id = $1 and l.kind = 'ALLOCATION' and l.reverses_id is null and l.booked_day >= s.day and l.booked_day <= s.ripe
        and (s.then_day is null or l.booked_day < s.then_day) and not (l.booked_day = s.day and l.recorded_at < s.done_at)
        and (select count(*) from ledger_entry r where r.company_id = $1 and r.reverses_id = l.id) = 0
        and l.charge_id in (select k.id from charge k where k.company_id = $1 and k.payer_id = s.payer_id and k.currency = s.currency
                               and coalesce(k.unit_id, k.payer_id) = coalesce(s.unit_id, s.payer_id) and k.due_day < s.day)), 0)`;
  const settled = `case when s.ending = 'PAID' and s.closed_on >= s.day and s.closed_on <= s.ripe and (s.then_day is null or s.closed_on < s.then_day) then 1 else 0 end`;
  const n = what === 'MONEY' ? 'paid' : 'case when paid > 0 then settled else 0 end';
  const out = what === 'MONEY' ? `currency <> 'CNY'` : 'false';
  return `select zone, estate_id, done_at as at, kind as segment, w.why, case when w.why is null then ${n} else 0 end as n,
       case when w.why is null then ${what === 'MONEY' ? 'arrears_minor' : '1'} else 1 end as d, w.ripe
  from (select s.*, ${paid} as paid, ${settled} as settled from (${steps}) s) l
 cross join lateral (
   select null::text as why, l.ripe where not (${out})
   union all select 'PENDING', l.ripe where not (${out})
   union all select 'OTHER_CURRENCY', date '0001-01-01' where ${out}) w`;
}

/** What was done about debtors. */
export function dunned(table: string, at: string, n: string, and: string, d = '1', segment = `''`): string {
  return `select e.time_zone as zone, x.estate_id, ${at} as at, null::text as why, ${segment} as segment, ${n} as n, ${d} as d
  from ${table} x join dunning_case c on c.id = x.case_id and c.company_id = x.company_id
  join estate e on e.id = x.estate_id and e.company_id = x.company_id where x.company_id = $1 and ${and}`;
}
