import { REPORTED_ANEW_DAYS } from '../domain/ticket/reported-anew.js';
import { TABLE_OF, type MetricSubject } from './sources.js';

/** Rows by name. */
type Rows = Readonly<Record<string, string>>;

/** The estates of what stands in `of`. */
const estatesOf = (of: string, column = 'estate_id'): string =>
  `select id, time_zone from estate where company_id = $1 and id = any(array(select ${column} from ${of}))`;

const estatesOfSubjects = (subject: MetricSubject): string =>
  estatesOf(
    `${TABLE_OF[subject]} where company_id = $1 and id = any($2::uuid[])`,
    subject === 'books' ? 'id' : 'estate_id',
  );

/**
 * The rows that sources of a subject are made of: of the subjects `$2` of the company `$1`, each table asked once and by
 * its index, however many subjects there are and whatever the planner knows of the tables. Their estates are `estates`, which stand
 * before all of them where they are not among them.
 */
const ROWS_OF: Readonly<Record<MetricSubject, Rows>> = {
  ticket: {
    said: `
select t.estate_id, t.id, t.kind, t.stage, t.urgency, t.complaint_class, t.channel, t.taken_by, t.at_night, t.scheduled_from, t.schedule_reason,
       t.reported_at, t.accepted_at, t.completed_at, t.returned_at, t.called_back_at, t.closed_at, t.reopenings, t.unit_id,
       t.merged_into_id is not null as merged, t.downgraded_at is not null as downgraded,
       case when t.kind = 'REPAIR' and t.completed_at is not null and t.category_id is not null then exists (
         select from ticket a
          where a.company_id = $1 and a.unit_id = t.unit_id and a.kind = 'REPAIR' and a.category_id = t.category_id and a.id <> t.id
            and a.merged_into_id is null and a.stage <> 'CANCELLED'
            and a.reported_at between t.completed_at and t.completed_at + interval '${REPORTED_ANEW_DAYS} days') else false end as reported_anew
  from ticket t where t.company_id = $1 and t.id = any($2::uuid[])`,
    estates: estatesOf('said'),
    tickets: 'select s.*, e.time_zone from said s join estates e on e.id = s.estate_id',
    clocks: `
select id, ticket_id, rule, milestone, round, state, started_at, due_at, ended_at, breached_at
  from service_clock where company_id = $1 and ticket_id = any($2::uuid[])`,
    entries: `
select clock_id, kind as entry, occurred_at, late, case when actor_kind = 'STAFF' then actor_id end as entered_by
  from clock_entry where company_id = $1 and clock_id = any(array(select id from clocks))`,
    complaints: `
select ticket_id, substantiated, judged_at, rectified_at, replied_at, reply_mode
  from complaint where company_id = $1 and ticket_id = any($2::uuid[])`,
    callbacks: `
select ticket_id, mode, outcome, satisfaction, called_at, flaw
  from callback where company_id = $1 and ticket_id = any($2::uuid[])`,
    checks: `
select ticket_id, state, checked_at from repair_check where company_id = $1 and ticket_id = any($2::uuid[])`,
    signatures: `
select subject_id as ticket_id, signer, signed_at, in_bulk, case when actor_kind = 'STAFF' then actor_id end as signer_id
  from signature where company_id = $1 and subject_id = any($2::uuid[]) and mode not in ('REFUSED', 'ABSENT')`,
  },
  household: {
    voiced: `
select id, estate_id, unit_id as subject_id, category_id, stage, reported_at, merged_into_id is not null as merged
  from ticket where company_id = $1 and unit_id = any($2::uuid[]) and kind = 'COMPLAINT'`,
    estates: estatesOf('voiced'),
  },
  repairDay: {
    repair_days: `
select d.estate_id, d.id as subject_id, d.reported, d.completed, d.open as still_open, d.counted_at,
       d.day::timestamp at time zone e.time_zone as day_start,
       exists (select from repair_check k where k.company_id = $1 and k.estate_id = d.estate_id and k.day <= d.day
                  and d.day in ((k.first_checked_at at time zone e.time_zone)::date, (k.checked_at at time zone e.time_zone)::date)) as checked
  from repair_day d join estates e on e.id = d.estate_id where d.company_id = $1 and d.id = any($2::uuid[])`,
  },
  contact: {
    contacts: `
select c.estate_id, c.id as subject_id, c.channel, c.received_at, c.settled_at,
       (select t.kind from ticket t where t.company_id = $1 and t.id = c.ticket_id) as result
  from contact c where c.company_id = $1 and c.id = any($2::uuid[])`,
  },
  obligation: {
    obligations: `
select o.estate_id, o.id as subject_id, o.kind, o.state, o.owed_since, o.due_at, o.missed_at, o.settled_at, a.source_kind as action_source,
       o.state = 'LAPSED' and exists (
         select from lawyer_letter l join estates e on e.id = l.estate_id
          where l.company_id = $1 and l.case_id = o.subject_id and l.sent_on <= (o.settled_at at time zone e.time_zone)::date) as by_letter
  from obligation o
  left join corrective_action a on o.subject_kind = 'CORRECTIVE_ACTION' and a.company_id = $1 and a.id = o.subject_id
 where o.company_id = $1 and o.id = any($2::uuid[]) and o.estate_id is not null`,
  },
  correctiveAction: {
    actions: `
select estate_id, id as subject_id, raised_at, due_day, postponements, owner_id
  from corrective_action where company_id = $1 and id = any($2::uuid[]) and estate_id is not null`,
  },
  ownerVisit: {
    visits: `
select estate_id, id as subject_id, organiser, mode, visitor_post, visited_at, in_quiet_hours, unannounced, repeated,
       counts as for_quota, signature, satisfaction
  from owner_visit where company_id = $1 and id = any($2::uuid[])`,
  },
  visitMonth: {
    months: `
select m.estate_id, m.id as subject_id, m.required, m.by_manager, m.by_supervisor, m.drawn_at,
       m.month::timestamp at time zone e.time_zone as month_start
  from visit_month m join estates e on e.id = m.estate_id where m.company_id = $1 and m.id = any($2::uuid[])`,
  },
  visitCycle: {
    cycles: `
select c.estate_id, c.id as subject_id, c.started_at, c.ended_at, c.occupied,
       (select count(distinct v.unit_id) from owner_visit v
         where v.company_id = $1 and v.cycle_id = c.id and v.visited_at is not null) as visited
  from visit_cycle c where c.company_id = $1 and c.id = any($2::uuid[])`,
  },
  surveyEstate: {
    rounds: `
select s.estate_id, s.id as subject_id, s.round_id, s.issued - s.undeliverable as reached, s.by_link + s.by_app + s.by_paper + s.by_import as returned,
       r.issued_at, r.collected_at, r.analysed_at, r.satisfied_steps, r.period_from::timestamp at time zone e.time_zone as period_start
  from survey_estate s join survey_round r on r.company_id = $1 and r.id = s.round_id join estates e on e.id = s.estate_id
 where s.company_id = $1 and s.id = any($2::uuid[])`,
    figures: `
select s.round_id, s.estate_id, s.question, s.dimension, s.is_open, s.very_satisfied, s.satisfied, s.neutral, s.dissatisfied, s.very_dissatisfied
  from survey_result s
 where s.company_id = $1 and s.scope = 'ESTATE' and s.round_id = any(array(select round_id from rounds))
   and s.estate_id = any(array(select estate_id from rounds))`,
  },
  dunningCase: {
    steps: `
select s.estate_id, s.case_id as subject_id, s.kind, s.done_at, s.too_few, s.off_hours, s.arrears_minor, s.on_day, s.next_day,
       s.on_day + s.effect_days as last_day, d.payer_id, d.unit_id, d.currency,
       coalesce(d.ending = 'PAID' and d.closed_on between s.on_day and s.on_day + s.effect_days and d.closed_on < coalesce(s.next_day, 'infinity'), false) as cured
  from (select t.*, (t.done_at at time zone e.time_zone)::date as on_day,
               lead((t.done_at at time zone e.time_zone)::date) over (partition by t.case_id order by t.done_at, t.id) as next_day
          from dunning_step t join estates e on e.id = t.estate_id
         where t.company_id = $1 and t.case_id = any($2::uuid[]) and t.done_at is not null) s
  join dunning_case d on d.company_id = $1 and d.id = s.case_id`,
    letters: `
select l.estate_id, l.case_id as subject_id, l.eligible_when_sent, l.sent_on::timestamp at time zone e.time_zone as sent_at
  from lawyer_letter l join estates e on e.id = l.estate_id
 where l.company_id = $1 and l.case_id = any($2::uuid[]) and l.sent_on is not null`,
    proofs: `
select v.service_id, array_agg(a.kind) as kinds
  from dunning_evidence v join attachment a on a.company_id = $1 and a.id = v.attachment_id
 where v.company_id = $1 and v.case_id = any($2::uuid[]) and v.service_id is not null group by v.service_id`,
    served: `
select d.estate_id, d.case_id as subject_id, d.method, d.outcome, d.attempted_at, d.arrears_from is not null and d.arrears_until is not null as dated,
       (d.method = 'STEWARD' and d.outcome <> 'SERVED') or coalesce(p.kinds && case d.method when 'STEWARD' then array['SIGNATURE', 'SCAN']
         when 'POST' then array['COURIER_SLIP'] else array['PHOTO'] end, false) as proven
  from document_service d left join proofs p on p.service_id = d.id where d.company_id = $1 and d.case_id = any($2::uuid[])`,
  },
  liaisonLetter: {
    letters_out: `
select estate_id, id as subject_id, stage, sent_at, passed_at is not null as passed
  from liaison_letter where company_id = $1 and id = any($2::uuid[]) and sent_at is not null`,
  },
  deposit: {
    deposits: `
select d.estate_id, d.id as subject_id, d.kind, d.stage, d.currency, d.settled_at, d.recorded_at, d.amount_minor as amount,
       d.refund_minor as left_over, d.amount_minor - d.refund_minor as deducted, d.collected_on::timestamp at time zone e.time_zone as collected_at
  from deposit d join estates e on e.id = d.estate_id where d.company_id = $1 and d.id = any($2::uuid[])`,
  },
  paymentNotice: {
    notices: `
select n.estate_id, n.id as subject_id, n.state, n.timing, n.brought_at, n.drawn_at, n.month - 1 as last_day_before,
       n.month::timestamp at time zone e.time_zone as month_start
  from payment_notice n join estates e on e.id = n.estate_id where n.company_id = $1 and n.id = any($2::uuid[])`,
  },
  paymentRefund: {
    refunds: `
select estate_id, id as subject_id, method, paid_at, amount_minor, currency
  from payment_refund where company_id = $1 and id = any($2::uuid[])`,
  },
  receipt: {
    receipts: `
select estate_id, id as subject_id, state, cancel_reason, issued_at, issued_by_id
  from receipt where company_id = $1 and id = any($2::uuid[])`,
  },
  books: {
    charges: `
select id, estate_id, kind, from_day, due_day, booked_day, currency, amount_minor, recorded_at, cancelled_at
  from charge where company_id = $1 and estate_id = any($2::uuid[])`,
    lines: `
select charge_id, kind, booked_day, charge_effect_minor, recorded_at
  from ledger_entry where company_id = $1 and estate_id = any($2::uuid[]) and charge_id is not null`,
  },
};

/** What tickets of one kind alone have, and its table. */
const ONLY_OF: Readonly<Record<string, { readonly kind: string; readonly table: string }>> = {
  complaints: { kind: 'COMPLAINT', table: 'complaint' },
};

/** The rows of subjects by name, of those that are all of one kind without what others have. */
export function rowsFor(subject: MetricSubject, kind: string | undefined): [name: string, select: string][] {
  const rows = { ...ROWS_OF[subject] };
  for (const [name, only] of Object.entries(ONLY_OF))
    if (rows[name] !== undefined && kind !== undefined && kind !== only.kind)
      rows[name] = `select n.* from (select (null::${only.table}).*) n where false`;
  return Object.entries(rows['estates'] === undefined ? { estates: estatesOfSubjects(subject), ...rows } : rows);
}
