interface Deadline {
  readonly first?: string;
  readonly and?: string;
  readonly rounds?: true;
  readonly at?: string;
  readonly n?: string;
  readonly segment?: string;
}

/** Tickets by a clock of theirs: met, not met, or still running. */
export function deadline(rule: string, milestone: string, { first, and, rounds, at, n, segment }: Deadline): string {
  return `select e.time_zone as zone, c.estate_id, ${at ?? 'c.started_at'} as at,
       case ${first ?? ''} when t.merged_at is not null then 'MERGED'
            when c.state = 'CANCELLED' then case t.stage when 'CANCELLED' then 'CANCELLED' else 'NO_LONGER_OWED' end
            when c.state not in ('MET', 'BREACHED') then 'PENDING' end as why,
       ${segment ?? "''"} as segment, case when ${n ?? "c.state = 'MET'"} then 1 else 0 end as n, 1 as d
  from ticket t join service_clock c on c.ticket_id = t.id and c.company_id = t.company_id
  join estate e on e.id = t.estate_id and e.company_id = t.company_id
 where t.company_id = $1 and c.rule = '${rule}' and c.milestone = '${milestone}' ${rounds ? '' : 'and c.round = 1'} ${and ? `and ${and}` : ''}`;
}

interface Tickets {
  readonly and?: string;
  readonly d?: string;
  readonly segment?: string;
  readonly declined?: true;
  readonly last?: string;
}

/** Tickets of a kind by an instant of theirs. */
export function tickets(kind: string, at: string, n: string, { and, d, segment, declined, last }: Tickets): string {
  return `select e.time_zone as zone, t.estate_id, ${at} as at,
       case when t.merged_at is not null then 'MERGED' when t.stage = 'CANCELLED' then 'CANCELLED'
            ${declined ? `when t.stage = 'DECLINED' then 'DECLINED'` : ''} ${last ?? ''} end as why,
       ${segment ?? "''"} as segment, ${n} as n, ${d ?? '1'} as d
  from ticket t join estate e on e.id = t.estate_id and e.company_id = t.company_id
 where t.company_id = $1 and t.kind = '${kind}' and ${at} is not null ${and ? `and ${and}` : ''}`;
}

/** Complaints by an instant of what was made of them. */
export function complaints(at: string, n: string, segment: string): string {
  return `select e.time_zone as zone, t.estate_id, ${at} as at,
       case when t.merged_at is not null then 'MERGED' when t.stage = 'CANCELLED' then 'CANCELLED' end as why,
       ${segment} as segment, ${n} as n, 1 as d
  from complaint p join ticket t on t.id = p.ticket_id and t.company_id = p.company_id
  join estate e on e.id = t.estate_id and e.company_id = t.company_id
 where p.company_id = $1 and ${at} is not null`;
}

/** Complaints and repairs with what bends their figures. */
export function bent(n: string): string {
  return `select e.time_zone as zone, t.estate_id, t.reported_at as at, null::text as why, '' as segment, ${n} as n, 1 as d
  from ticket t join estate e on e.id = t.estate_id and e.company_id = t.company_id
 where t.company_id = $1 and t.kind = any('{COMPLAINT,REPAIR}'::text[])`;
}

/** Whether the customer was reached. */
export function calledBack(and: string): string {
  return `exists (select from callback k where k.company_id = t.company_id and k.ticket_id = t.id and k.outcome = 'REACHED' and ${and})`;
}

/** Complaints that are owed a callback in the right way. */
export function complaintsCalledBack(and: string): string {
  return deadline('R-CBK-04', 'CALLED_BACK', { rounds: true, and, n: calledBack('k.flaw is null') });
}

/** Whether somebody has signed for a ticket. */
export function signedBy(signer: string): string {
  return `(select count(*) from (select 1 from signature g where g.company_id = t.company_id and g.subject_id = t.id and g.signer = '${signer}'
            and g.mode in ('PHONE', 'LINK', 'PAPER', 'ACCOUNT') limit 1) one)`;
}

/** Repairs that were called back, filed or not; what is not filed waits until the month after the callback is over. */
export const filedInTime = ((): string => {
  const lines = `select e.time_zone as zone, t.estate_id, t.called_back_at as at, t.closed_at, d.until,
         (d.until + time '00:00') at time zone e.time_zone as end_at
    from ticket t join estate e on e.id = t.estate_id and e.company_id = t.company_id
   cross join lateral (select date(date_trunc('month', date(t.called_back_at at time zone e.time_zone)) + interval '2 months') as until) d
   where t.company_id = $1 and t.kind = 'REPAIR' and t.called_back_at is not null`;
  return `select zone, estate_id, at, '' as segment, w.why, case when w.why is null and closed_at < end_at then 1 else 0 end as n, 1 as d, w.ripe
  from (${lines}) l
 cross join lateral (
   select null::text as why, date '0001-01-01' as ripe where closed_at is not null
   union all select null, until - 1 where closed_at is null
   union all select 'PENDING', until - 1 where closed_at is null) w`;
})();

/** Days with repairs that were counted, by whether a check was made on them. */
export const daysChecked = `select e.time_zone as zone, d.estate_id, (d.day + time '00:00') at time zone e.time_zone as at, null::text as why, '' as segment,
       (select count(*) from (select 1 from repair_check k where k.company_id = d.company_id and k.estate_id = d.estate_id and k.state <> 'OPEN'
           and (date(k.checked_at at time zone e.time_zone) = d.day or date(k.first_checked_at at time zone e.time_zone) = d.day) limit 1) one) as n, 1 as d
  from repair_day d join estate e on e.id = d.estate_id and e.company_id = d.company_id
 where d.company_id = $1 and greatest(d.reported, d.completed, d.open) > 0`;

/** Complaints by whether the last one of the unit in their category, that counts, was within thirty days. */
export const repeated = tickets(
  'COMPLAINT',
  't.reported_at',
  `case when extract(epoch from t.reported_at) - extract(epoch from (select max(b.reported_at) from ticket b
          where b.company_id = t.company_id and b.kind = 'COMPLAINT' and b.unit_id = t.unit_id and b.category_id = t.category_id
            and b.merged_at is null and b.stage <> 'CANCELLED' and b.id <> t.id
            and (b.reported_at < t.reported_at or (b.reported_at = t.reported_at and b.id < t.id)))) <= 30 * 86400 then 1 else 0 end`,
  {},
);

/** Services, enquiries and suggestions by an instant of theirs. */
export function requests(at: string, n: string, kinds: readonly string[], segment: string): string {
  return kinds.map((kind) => tickets(kind, at, n, { segment })).join(' union all ');
}

/** Repairs by whether they were opened again, or a later one of the unit in their category, that counts, was reported within thirty days. */
export const reworked = tickets(
  'REPAIR',
  't.completed_at',
  `case when t.reopenings <> 0 then 1 when extract(epoch from (select min(b.reported_at) from ticket b
          where b.company_id = t.company_id and b.kind = 'REPAIR' and b.unit_id = t.unit_id and b.category_id = t.category_id
            and b.merged_at is null and b.stage <> 'CANCELLED' and b.id <> t.id and b.reported_at >= t.completed_at)) - extract(epoch from t.completed_at)
          <= 30 * 86400 then 1 else 0 end`,
  {},
);
