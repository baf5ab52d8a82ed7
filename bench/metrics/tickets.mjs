/**
 * A month's tickets of all estates: two thirds repairs, a sixth complaints, the rest enquiries; each with the times of its steps, by
 * numbers drawn from its own place, so that every run makes the same. `r1` to `r6` lie between 0 and 999.
 */
const MADE = `
create temp table made on commit drop as
with drawn as (
  select e.estate_id, e.homes, g as serial, (hashint8extended(e.n * 1000000 + g, 7) & 2147483647) as h0, d.*
    from place e
   cross join lateral generate_series(1, $3::int * case when e.n = 1 then $4::int else 1 end) g
   cross join lateral (select (hashint8extended(e.n * 10000000 + g * 100 + $5::int, 1) & 2147483647) % 1000 as r1,
                              (hashint8extended(e.n * 10000000 + g * 100 + $5::int, 2) & 2147483647) % 1000 as r2,
                              (hashint8extended(e.n * 10000000 + g * 100 + $5::int, 3) & 2147483647) % 1000 as r3,
                              (hashint8extended(e.n * 10000000 + g * 100 + $5::int, 4) & 2147483647) % 1000 as r4,
                              (hashint8extended(e.n * 10000000 + g * 100 + $5::int, 5) & 2147483647) % 1000 as r5,
                              (hashint8extended(e.n * 10000000 + g * 100 + $5::int, 6) & 2147483647) % 1000 as r6) d
), reported as (
  select *, case when r1 < 680 then 'REPAIR' when r1 < 850 then 'COMPLAINT' else 'ENQUIRY' end as kind,
         date_trunc('second', ($2::date + (r3 % (($2::date + interval '1 month')::date - $2::date))::int + time '08:00')::timestamp at time zone 'Asia/Shanghai'
           + r2 * interval '50 seconds' + h0 % 60 * interval '1 second') + h0 % 1000 * interval '1 millisecond' as at
    from drawn
), placed as (
  select r.*, h.unit_id, h.customer_id, h.occupancy_id,
         r4 between 960 and 979 and r.at < now() - interval '5 days' as cancelled,
         r.at > now() - interval '15 days' and (r5 < 400 or r.at > now() - interval '5 days') as standing
    from reported r join home h on h.estate_id = r.estate_id and h.n = 1 + r.h0 % r.homes
   where r.at < now() - interval '2 minutes'
), begun as (
  select *, cancelled or standing as cut, at + (30 + r4 * 0.17) * interval '1 second' as forwarded,
         at + (50 + r4 * 0.15 + r5 * 0.05) * interval '1 second' as accepted from placed
), come as (select *, accepted + (200 + r6 * 0.9) * interval '1 second' as started from begun),
done as (select *, started + (20 + r5 * 0.2) * interval '1 minute' as completed from come)
select estate_id, kind, unit_id, customer_id, occupancy_id, at, cancelled, standing, cut, r1, r2, r3, r4, r5, r6, forwarded, accepted, started, completed,
       completed + interval '30 minutes' as returned,
       case when kind = 'REPAIR' then completed + (60 + r3 * 1.6) * interval '1 minute' else at + (800 + r3) * interval '1 minute' end as called,
       at + (5 + r5 * 0.03) * interval '1 minute' as rectified, at + (10 + r5 * 0.03) * interval '1 minute' as told,
       at + (20 + r6 * 0.9) * interval '1 minute' as replied, at + (2 + r3 * 0.002) * interval '1 day' as closed,
       case when r5 % 20 = 0 then 'EMERGENCY' else 'ORDINARY' end as urgency,
       case when r5 % 100 < 80 then 'GENERAL' when r5 % 100 < 95 then 'IMPORTANT' else 'MAJOR' end as class,
       (array['PHONE', 'PHONE', 'PHONE', 'APP', 'VISIT', 'LETTER'])[1 + r6 % 6] as channel, r2 > 900 as at_night,
       row_number() over (order by at) as n, uuidv7(at - now()) as id
  from done`;

const TICKETS = `
insert into ticket (company_id, id, estate_id, number, kind, phase, stage, urgency, complaint_class, version, unit_id, customer_id, occupancy_id, channel,
                    taken_by, at_night, subject, description, visits, reported_at, forwarded_at, accepted_at, started_at, completed_at, returned_at,
                    called_back_at, closed_at, cancel_reason)
select $1, id, estate_id, to_char($2::date, 'YYMM') || lpad(n::text, 6, '0'), kind,
       case when cancelled then 'CANCELLED' when standing then 'OPEN' else 'CLOSED' end,
       case when cancelled then 'CANCELLED' when not standing then case when kind = 'ENQUIRY' then 'ANSWERED' else 'CLOSED' end
            when kind = 'REPAIR' then 'REPORTED' else 'RECORDED' end,
       case when kind = 'REPAIR' then urgency end, case when kind = 'COMPLAINT' then class end,
       case when cancelled then 2 when standing then 1 when kind = 'REPAIR' then 8 when kind = 'COMPLAINT' then 6 else 2 end,
       unit_id, customer_id, occupancy_id, channel, case when at_night then 'CONTROL_ROOM' when channel = 'APP' then 'RESIDENT' else 'DESK' end, at_night,
       (array['厨房水管漏水', '楼道灯不亮', '门禁刷卡无反应', '电梯异响', '下水道堵塞', '空调不制冷', '窗户关不上'])[1 + r3 % 7], null,
       case when kind = 'REPAIR' and not cut then 1 else 0 end, at, case when kind = 'REPAIR' and not cut then forwarded end,
       case when kind = 'REPAIR' and not cut then accepted end, case when kind = 'REPAIR' and not cut then started end,
       case when kind = 'REPAIR' and not cut then completed end, case when kind = 'REPAIR' and not cut then returned end,
       case when kind in ('REPAIR', 'COMPLAINT') and not cut then called end,
       case when cancelled then at + interval '1 hour' when not standing then greatest(closed, called + interval '1 hour') end,
       case when cancelled then '客户来电取消' end
  from made`;

const COMPLAINTS = `
insert into complaint (company_id, ticket_id, estate_id, occupancy_id, class_at_receipt, class_set_at, company_at_fault, contacts, about, rectified_at,
                       department_reported_at, first_reply_at, replied_at, reply_mode, called_back_at, substantiated, judged_at, judged_by)
select $1, id, estate_id, occupancy_id, class, at, r4 % 3 > 0, 1, 'OTHER', case when not cut then rectified end, case when not cut then told end,
       case when not cut then replied end, case when not cut then replied end,
       case when not cut then case when channel = 'LETTER' and r3 % 10 > 0 then 'IN_WRITING' else 'TELEPHONE' end end,
       case when not cut then called end, case when not cut then r4 % 3 > 0 end, case when not cut then replied + interval '1 hour' end,
       case when not cut then $6::uuid end
  from made where kind = 'COMPLAINT'`;

/** When each clock started and stopped, and its limit; the limit of an arrival was changed in the middle of the window. */
const CLOCKS = `
create temp table clock on commit drop as
select m.id as ticket_id, m.estate_id, m.occupancy_id, m.r1, m.cancelled, k.*, uuidv7(k.started_at - now()) as id, k.started_at + k.ms * interval '1 millisecond' as due_at
  from made m cross join lateral (
   select * from (values
     ('FORWARDED', 'R-RPR-05', 1, 180000, m.at, m.forwarded, true), ('ACCEPTED', 'R-RPR-05', 1, 180000, m.at, m.accepted, true),
     ('AT_THE_DOOR', 'D-23', 1, case when m.urgency = 'EMERGENCY' then 780000 else 1080000 end, m.at, m.started, true),
     ('ON_SITE', case when m.urgency = 'EMERGENCY' then 'R-RPR-08' else 'R-RPR-07' end, $7::int,
       case when m.urgency = 'EMERGENCY' then 600000 else 900000 * $7::int end, m.accepted, m.started, not m.cut),
     ('CALLED_BACK_AFTER_WORK', 'D-23', 1, 86400000, m.completed, m.called, not m.cut), ('CALLED_BACK', 'R-RPR-13', 1, 86400000, m.returned, m.called, not m.cut)
   ) r (milestone, rule, version, ms, started_at, stopped_at, has) where m.kind = 'REPAIR' and has
   union all
   select * from (values
     ('RECTIFICATION_REPORTED', 'R-CMP-06', 1, 1200000, m.at, m.told, m.class = 'GENERAL'), ('RESULT_TOLD', 'R-CMP-07', 1, 1800000, m.at, m.replied, m.class = 'GENERAL'),
     ('RECTIFIED', 'R-CMP-10', 1, 43200000, m.at, m.rectified, m.class = 'IMPORTANT'), ('HANDLING_TOLD', 'R-CMP-13', 1, 1800000, m.at, m.replied, m.class = 'MAJOR'),
     ('FEEDBACK', 'R-CMP-17', 1, 43200000, m.at, m.replied, true), ('CALLED_BACK', 'R-CBK-04', 1, 86400000, m.replied, m.called, not m.cut)
   ) c (milestone, rule, version, ms, started_at, stopped_at, has) where m.kind = 'COMPLAINT' and has) k`;

const SERVICE_CLOCKS = `
insert into service_clock (company_id, id, estate_id, ticket_id, occupancy_id, milestone, rule, round, policy, policy_version, limit_ms, calendar, state, started_at,
                           due_at, warn_at, ended_at, stopped_at, warned_at, breached_at, paused_seconds)
select $1, c.id, c.estate_id, c.ticket_id, c.occupancy_id, c.milestone, c.rule, 1,
       case when c.rule in ('R-RPR-13', 'R-CBK-04') or c.milestone = 'CALLED_BACK_AFTER_WORK' then 'P-18' else c.rule end, c.version, c.ms, 'AROUND_THE_CLOCK',
       e.state, c.started_at, c.due_at, c.started_at + c.ms * interval '0.8 milliseconds', e.ended, case when e.state in ('MET', 'BREACHED') then e.stopped end,
       case when e.passed >= c.started_at + c.ms * interval '0.8 milliseconds' then c.started_at + c.ms * interval '0.8 milliseconds' end,
       case when e.state = 'BREACHED' then c.due_at end, 0
  from clock_end e join clock c on c.id = e.id`;

/** How each clock ended: met, passed, called off with its ticket, or still running. */
const CLOCK_ENDS = `
create temp table clock_end on commit drop as
select c.id, x.stopped, coalesce(x.stopped, x.called_off) as ended, coalesce(x.stopped, x.called_off, now()) as passed,
       case when x.stopped <= c.due_at then 'MET' when x.stopped > c.due_at or coalesce(x.called_off, now()) > c.due_at then 'BREACHED'
            when x.called_off is not null then 'CANCELLED' else 'RUNNING' end as state
  from clock c join made m on m.id = c.ticket_id
 cross join lateral (select case when not m.cut then c.stopped_at end as stopped, case when m.cancelled then m.at + interval '1 hour' end as called_off) x`;

/** Ledgers of clocks; one stop in fifty was entered a day late and more. */
const CLOCK_ENTRIES = `
insert into clock_entry (company_id, id, estate_id, clock_id, occupancy_id, kind, occurred_at, recorded_at, late, actor_kind)
select $1, uuidv7(w.at - now()), c.estate_id, c.id, c.occupancy_id, w.kind, w.at, w.at + w.late * interval '1 minute', w.late > 1440, 'SYSTEM'
  from clock c join clock_end e on e.id = c.id
 cross join lateral (values ('START', c.started_at, 0, true), ('WARN', c.started_at + c.ms * interval '0.8 milliseconds', 0, e.passed >= c.started_at + c.ms * interval '0.8 milliseconds'),
                            ('BREACH', c.due_at, 0, e.state = 'BREACHED'), ('STOP', e.stopped, case when c.r1 % 50 = $8::int then 1800 else 0 end, e.stopped is not null),
                            ('CANCEL', e.ended, 0, e.stopped is null and e.ended is not null)) w (kind, at, late, has)
 where w.has`;

const CALLBACKS = `
insert into callback (company_id, id, estate_id, ticket_id, staff_id, mode, outcome, solved, satisfaction, called_at, in_quiet_hours, flaw)
select $1, uuidv7(w.at - now()), estate_id, id, $6::uuid, 'TELEPHONE', w.outcome, case when w.outcome = 'REACHED' then r6 % 20 > 0 end,
       case when w.outcome = 'REACHED' and r5 % 25 > 0 then (array['VERY_SATISFIED', 'SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED'])[1 + r6 % 5] end, w.at, false,
       case when w.outcome = 'REACHED' and r6 % 40 = 0 then 'OTHER_MODE' end
  from made cross join lateral (values ('REACHED', called, true), ('NOT_REACHED', called - interval '20 minutes', r3 % 10 = 0)) w (outcome, at, has)
 where kind in ('REPAIR', 'COMPLAINT') and not cut and w.has`;

const SIGNATURES = `
insert into signature (company_id, id, estate_id, occupancy_id, subject_kind, subject_id, signer, mode, content_hash, signed_at, recorded_at, actor_kind, actor_id)
select $1, uuidv7(completed - now()), estate_id, occupancy_id, 'TICKET', id, 'CUSTOMER', 'ACCOUNT', md5(id::text), completed, completed, 'RESIDENT', customer_id
  from made where kind = 'REPAIR' and not cut and r3 % 10 < 6`;

/** The log of the desk: half of the tickets came in by it. */
const CONTACTS = `
insert into contact (company_id, id, estate_id, number, channel, stage, version, received_at, received_by_id, unit_id, customer_id, intent, ticket_id, settled_at)
select $1, uuidv7(at - now()), estate_id, to_char($2::date, 'YYMM') || 'C' || lpad(n::text, 6, '0'), 'PHONE', case when standing then 'ROUTED' else 'CLOSED' end,
       case when standing then 2 else 3 end, at, $6::uuid, unit_id, customer_id, '报修', id,
       case when not standing then at + interval '2 days' end
  from made where channel = 'PHONE'`;

const EVENTS = `
insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id, visibility, actor_kind, actor_id, occurred_at, recorded_at, facts, silent)
select $1, h.seq + row_number() over (order by s.at, m.id, s.version), m.estate_id, 'ticket.' || m.kind || '_' || s.type, 'ticket', m.id, s.version, m.occupancy_id, 'CUSTOMER', 'STAFF', $6::uuid,
       s.at, s.at, jsonb_build_object('kind', m.kind, 'stage', s.stage), true
  from made m
  join company_head h on h.company_id = $1
 cross join lateral (
   select * from (values (1, 'REPORTED', 'REPORTED', m.at, true), (2, 'FORWARDED', 'FORWARDED', m.forwarded, not m.cut), (3, 'ACCEPTED', 'ACCEPTED', m.accepted, not m.cut),
                         (4, 'STARTED', 'ON_SITE', m.started, not m.cut), (5, 'COMPLETED', 'COMPLETED', m.completed, not m.cut), (6, 'RETURNED', 'RETURNED', m.returned, not m.cut),
                         (7, 'CALLED_BACK', 'CALLED_BACK', m.called, not m.cut), (8, 'CLOSED', 'CLOSED', greatest(m.closed, m.called + interval '1 hour'), not m.cut),
                         (2, 'CANCELLED', 'CANCELLED', m.at + interval '1 hour', m.cancelled)) r (version, type, stage, at, has) where m.kind = 'REPAIR' and has
   union all
   select * from (values (1, 'LODGED', 'RECORDED', m.at, true), (2, 'RECTIFIED', 'RECTIFIED', m.rectified, not m.cut), (3, 'DEPARTMENT_REPORTED', 'DEPARTMENT_REPORTED', m.told, not m.cut),
                         (4, 'REPLIED', 'REPLIED', m.replied, not m.cut), (5, 'CALLED_BACK', 'CALLED_BACK', m.called, not m.cut),
                         (6, 'CLOSED', 'CLOSED', greatest(m.closed, m.called + interval '1 hour'), not m.cut),
                         (2, 'CANCELLED', 'CANCELLED', m.at + interval '1 hour', m.cancelled)) c (version, type, stage, at, has) where m.kind = 'COMPLAINT' and has
   union all
   select * from (values (1, 'RECORDED', 'RECORDED', m.at, true), (2, 'ANSWERED', 'ANSWERED', m.closed, not m.cut),
                         (2, 'CANCELLED', 'CANCELLED', m.at + interval '1 hour', m.cancelled)) o (version, type, stage, at, has) where m.kind = 'ENQUIRY' and has) s`;

const HEAD = `
update company_head set (seq, last_recorded_at) = (select max(seq), max(recorded_at) from event where company_id = $1) where company_id = $1`;

/**
 * Fills a month of tickets with all that the product writes beside them: clocks and their ledgers, complaints, callbacks, signatures,
 * the contact log, and the event log, which is ordered within the month. In one transaction, past the triggers.
 * @param month {first, index}: its first day, and its place in the window
 */
export async function fillTickets(client, { companyId, staffId, month, perEstate, largest, months }) {
  const inSecondHalf = month.index * 2 >= months;
  const values = [companyId, month.first, perEstate, largest, month.index, staffId, inSecondHalf ? 2 : 1, 3];
  await client.query('begin');
  for (const text of [
    MADE,
    TICKETS,
    COMPLAINTS,
    CLOCKS,
    'create index on clock (id)',
    CLOCK_ENDS,
    SERVICE_CLOCKS,
    CLOCK_ENTRIES,
    CALLBACKS,
    SIGNATURES,
    CONTACTS,
    EVENTS,
    HEAD,
  ])
    await client.query(...withValues(text, values));
  await client.query('commit');
}

/** A statement with the values that it names, its places numbered anew. */
export function withValues(text, values) {
  const used = [...new Set([...text.matchAll(/\$(\d)/g)].map((match) => Number(match[1])))].sort();
  return [text.replaceAll(/\$(\d)/g, (_, n) => `$${used.indexOf(Number(n)) + 1}`), used.map((n) => values[n - 1])];
}
