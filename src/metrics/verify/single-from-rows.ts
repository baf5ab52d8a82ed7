/** Complaints by the limit of their feedback: what is resolved counts at once, the rest from the day after the limit. */
export const resolvedInTime = ((): string => {
  const lines = `select e.time_zone as zone, t.estate_id, t.complaint_class as segment, c.started_at as at, p.replied_at, c.due_at,
         case when t.merged_at is not null then 'MERGED' when t.stage = 'CANCELLED' then 'CANCELLED' end as out,
         date(c.due_at at time zone e.time_zone) as due_day
    from service_clock c join ticket t on t.id = c.ticket_id and t.company_id = c.company_id
    join estate e on e.id = t.estate_id and e.company_id = t.company_id
    left join complaint p on p.ticket_id = t.id and p.company_id = t.company_id
   where c.company_id = $1 and c.rule = 'R-CMP-17' and c.milestone = 'FEEDBACK' and c.round = 1`;
  return `select zone, estate_id, at, segment, w.why, case when w.why is null and replied_at <= due_at then 1 else 0 end as n, 1 as d, w.ripe
  from (${lines}) l
 cross join lateral (
   select out as why, date '0001-01-01' as ripe where out is not null or replied_at is not null
   union all select null, due_day where out is null and replied_at is null
   union all select 'PENDING', due_day where out is null and replied_at is null) w`;
})();

/** What was kept back of deposits that were settled, from the deductions themselves. */
export const deposited = `select e.time_zone as zone, s.estate_id, s.settled_at as at, case when s.currency <> 'CNY' then 'OTHER_CURRENCY' end as why, '' as segment,
       coalesce((select sum(k.amount_minor) from deposit_deduction k where k.company_id = s.company_id and k.deposit_id = s.id), 0) as n, s.amount_minor as d
  from deposit s join estate e on e.id = s.estate_id and e.company_id = s.company_id
 where s.company_id = $1 and s.stage in ('SETTLED', 'AUTHORISED', 'REFUNDED')`;

/** What of each deposit nobody has given back or kept, from the deductions themselves. */
export const depositsHeld = `select e.time_zone as zone, s.estate_id, (s.collected_on + time '00:00') at time zone e.time_zone as at,
       case when s.currency <> 'CNY' then 'OTHER_CURRENCY' end as why, s.kind as segment,
       s.amount_minor - case when s.settled_at is null then 0 else coalesce((select sum(k.amount_minor) from deposit_deduction k
         where k.company_id = s.company_id and k.deposit_id = s.id), 0) end as n, 0 as d
  from deposit s join estate e on e.id = s.estate_id and e.company_id = s.company_id
 where s.company_id = $1 and s.refunded_at is null and s.cancelled_at is null`;

/** Refunds that were paid out, of the lines of the accounts that took them from their payments. */
export const refunded = `select e.time_zone as zone, r.estate_id, r.paid_at as at, case when r.currency <> 'CNY' then 'OTHER_CURRENCY' end as why,
       r.method as segment, (select l.amount_minor from ledger_entry l where l.company_id = r.company_id and l.id = r.entry_id) as n, 0 as d
  from payment_refund r join estate e on e.id = r.estate_id and e.company_id = r.company_id
 where r.company_id = $1 and r.state = 'PAID'`;

/** Attempts of service with what proves each. */
export const proven = `select e.time_zone as zone, d.estate_id, d.attempted_at as at, null::text as why, d.method as segment,
       case when num_nulls(d.arrears_from, d.arrears_until) = 0 and ((d.method = 'STEWARD' and d.outcome <> 'SERVED') or exists (
         select from dunning_evidence v, attachment a
          where v.company_id = d.company_id and v.service_id = d.id and (a.company_id, a.id) = (v.company_id, v.attachment_id)
            and (d.method, a.kind) in (('STEWARD', 'SIGNATURE'), ('STEWARD', 'SCAN'), ('POST', 'COURIER_SLIP'), ('PUBLIC_NOTICE', 'PHOTO')))) then 1 else 0 end as n,
       1 as d
  from document_service d join dunning_case k on k.id = d.case_id and k.company_id = d.company_id
  join estate e on e.id = d.estate_id and e.company_id = d.company_id where d.company_id = $1`;

/** Payment notices by what their deliveries say; one that was not brought waits until its month begins. */
export const noticed = ((): string => {
  const lines = `select e.time_zone as zone, x.estate_id, (x.month + time '00:00') at time zone e.time_zone as at, x.month,
         case when x.state = 'WITHDRAWN' then 'NO_LONGER_OWED' end as out,
         (select max(d.timing) from notice_delivery d
           where d.company_id = x.company_id and d.notice_id = x.id and d.outcome <> 'NOT_FOUND' and d.at = x.brought_at) as timing
    from payment_notice x join estate e on e.id = x.estate_id and e.company_id = x.company_id
   where x.company_id = $1 and x.state in ('DRAWN', 'SEALED', 'DELIVERED', 'REFUSED', 'WITHDRAWN')`;
  return `select zone, estate_id, at, coalesce(timing, 'NONE') as segment, w.why, case when w.why is null and timing = 'ON_TIME' then 1 else 0 end as n, 1 as d, w.ripe
  from (${lines}) l
 cross join lateral (
   select out as why, date '0001-01-01' as ripe where out is not null or timing is not null
   union all select null, date(month - interval '1 day') where out is null and timing is null
   union all select 'PENDING', date(month - interval '1 day') where out is null and timing is null) w`;
})();
