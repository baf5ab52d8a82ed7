import { RATED_KINDS } from '../domain/collection/collection-scope.js';
import type { MetricSource } from '../domain/metric/metric-definition.js';

/** Kinds of subjects whose events change metrics. */
export const METRIC_SUBJECTS = [
  'ticket',
  'contact',
  'obligation',
  'ownerVisit',
  'visitMonth',
  'surveyEstate',
  'dunningCase',
  'liaisonLetter',
  'deposit',
  'paymentNotice',
  'books',
] as const;
export type MetricSubject = (typeof METRIC_SUBJECTS)[number];

/** The table of a subject. */
export const TABLE_OF: Readonly<Record<MetricSubject, string>> = {
  ticket: 'ticket',
  contact: 'contact',
  obligation: 'obligation',
  ownerVisit: 'owner_visit',
  visitMonth: 'visit_month',
  surveyEstate: 'survey_estate',
  dunningCase: 'dunning_case',
  liaisonLetter: 'liaison_letter',
  deposit: 'deposit',
  paymentNotice: 'payment_notice',
  books: 'estate',
};

/** Where items of metrics come from: the facts that definitions speak of, of given subjects. */
interface Source {
  readonly subject: MetricSubject;
  /** Selects the facts, with `estate_id` and `subject_id`, from the rows of the subject. */
  readonly facts: string;
}

/** Rows by name. */
type Rows = Readonly<Record<string, string>>;

/**
 * The rows that sources of a subject are made of: of the subjects `$2` of the company `$1`, each table asked once and by
 * its index, however many subjects there are and whatever the planner knows of the tables.
 */
export const ROWS_OF: Readonly<Record<MetricSubject, Rows>> = {
  ticket: {
    tickets: `
select estate_id, id, kind, stage, urgency, complaint_class, channel, taken_by, at_night, scheduled_from, schedule_reason,
       reported_at, accepted_at, completed_at, returned_at, closed_at, reopenings, unit_id, merged_into_id is not null as merged
  from ticket where company_id = $1 and id = any($2::uuid[])`,
    clocks: `
select id, ticket_id, rule, milestone, round, state, started_at, due_at, ended_at, breached_at
  from service_clock where company_id = $1 and ticket_id = any($2::uuid[])`,
    entries: `
select clock_id, kind as entry, occurred_at, late
  from clock_entry where company_id = $1 and clock_id = any(array(select id from clocks))`,
    complaints: `
select ticket_id, substantiated, judged_at, replied_at, reply_mode
  from complaint where company_id = $1 and ticket_id = any($2::uuid[])`,
    callbacks: `
select ticket_id, mode, outcome, satisfaction, called_at, flaw
  from callback where company_id = $1 and ticket_id = any($2::uuid[])`,
    checks: `
select ticket_id, state, checked_at from repair_check where company_id = $1 and ticket_id = any($2::uuid[])`,
    signatures: `
select subject_id as ticket_id, bool_or(signer = 'CUSTOMER') as by_customer, bool_or(signer = 'DEPARTMENT_HEAD') as by_head
  from signature where company_id = $1 and subject_id = any($2::uuid[]) and mode not in ('REFUSED', 'ABSENT')
 group by subject_id`,
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
  books: {
    charges: `
select id, estate_id, kind, from_day, due_day, currency, open_minor, paid_minor, recorded_at, cancelled_at
  from charge where company_id = $1 and estate_id = any($2::uuid[])`,
    written_off: `
select charge_id, -sum(charge_effect_minor) as written_off
  from ledger_entry where company_id = $1 and estate_id = any($2::uuid[]) and kind = 'WRITE_OFF' group by charge_id`,
  },
};

const OF_TICKET = `t.estate_id, t.id as subject_id, t.kind, t.stage, t.urgency, t.complaint_class, t.channel, t.taken_by, t.at_night,
       t.scheduled_from, t.schedule_reason, t.reported_at, t.merged`;

/**
 * Facts of a ticket's clocks, and whether its customer was called back: `reached`, `rightly_reached` in the way and by the
 * post that are owed, or `attempted` by three tries on two of the estate's days at least.
 * @rule D-12
 */
const TICKET_CLOCK = `
select ${OF_TICKET}, c.rule, c.milestone, c.round, c.state, c.started_at, c.due_at, c.ended_at, c.breached_at, p.substantiated, p.replied_at,
       (c.due_at at time zone z.time_zone)::date as due_day,
       coalesce(b.reached, false) as reached, coalesce(b.rightly, false) as rightly_reached,
       coalesce(b.reached or (b.tries >= 3 and b.days >= 2), false) as attempted
  from clocks c join tickets t on t.id = c.ticket_id join estates z on z.id = t.estate_id
  left join complaints p on p.ticket_id = t.id
  left join (
    select k.ticket_id, bool_or(k.outcome = 'REACHED') as reached,
           bool_or(k.outcome = 'REACHED' and k.flaw is null) as rightly, count(*) as tries,
           count(distinct (k.called_at at time zone e.time_zone)::date) as days
      from callbacks k join tickets t on t.id = k.ticket_id join estates e on e.id = t.estate_id
     group by k.ticket_id) b on b.ticket_id = t.id`;

/** What was entered about a ticket for its clocks, each entry once, and how late. @rule R-MET-11 */
const CLOCK_ENTRY = `
select ${OF_TICKET}, n.entry, n.occurred_at, n.late
  from entries n join clocks c on c.id = n.clock_id join tickets t on t.id = c.ticket_id`;

const TICKET = `
select ${OF_TICKET}, t.accepted_at, t.completed_at, t.returned_at, t.closed_at, t.reopenings, t.unit_id,
       p.substantiated, p.judged_at, p.replied_at, p.reply_mode,
       coalesce(s.by_customer, false) as customer_signed, coalesce(s.by_head, false) as head_signed
  from tickets t
  left join complaints p on p.ticket_id = t.id
  left join signatures s on s.ticket_id = t.id`;

const CALLBACK = `
select ${OF_TICKET}, k.mode, k.outcome, k.satisfaction, k.called_at, k.flaw
  from callbacks k join tickets t on t.id = k.ticket_id`;

/**
 * What the books of an estate say, by what was charged for, first day, deadline and currency: the same that triggers tell as
 * lines are written, so that thousands of lines tell a handful of changes. What was written off was charged all the same.
 */
const BOOKS = `
select c.estate_id, c.estate_id as subject_id, c.kind, c.kind in (${RATED_KINDS.map((kind) => `'${kind}'`).join(', ')}) as rated,
       c.from_day::timestamp at time zone e.time_zone as month_start, c.due_day, c.currency,
       count(*) filter (where c.cancelled_at is null) as charges, sum(c.paid_minor) as paid,
       sum(c.open_minor + c.paid_minor + coalesce(w.written_off, 0)) as charged, max(c.recorded_at) as recorded_at
  from charges c join estates e on e.id = c.estate_id left join written_off w on w.charge_id = c.id
 group by c.estate_id, c.kind, c.from_day, e.time_zone, c.due_day, c.currency`;

/** Figures of analysed rounds: satisfied answers are those of the upper levels that the round was planned with. @rule Q-01 */
const SURVEY_FIGURE = `
select r.estate_id, r.subject_id, r.period_start, r.analysed_at, f.question, f.dimension, f.is_open,
       f.very_satisfied + f.satisfied + f.neutral + f.dissatisfied + f.very_dissatisfied as answers,
       f.very_satisfied + case when r.satisfied_steps > 1 then f.satisfied else 0 end
         + case when r.satisfied_steps > 2 then f.neutral else 0 end + case when r.satisfied_steps > 3 then f.dissatisfied else 0 end as satisfied
  from rounds r join figures f on f.round_id = r.round_id and f.estate_id = r.estate_id`;

/**
 * What was done about debtors, and what was paid on the debt on the days that count as its effect: entries that stand, on what was
 * overdue then, booked after it and before the next step.
 * @rule P-23
 */
const DUNNING_STEP = `
select s.*, coalesce(p.paid, 0) as paid
  from steps s
  left join lateral (
    select sum(l.amount_minor) as paid
      from charge c join ledger_entry l on l.company_id = $1 and l.charge_id = c.id
     where c.company_id = $1 and c.payer_id = s.payer_id and c.unit_id is not distinct from s.unit_id and c.currency = s.currency
       and c.due_day < s.on_day and l.kind = 'ALLOCATION' and l.reverses_id is null
       and l.booked_day between s.on_day and s.last_day and l.booked_day < coalesce(s.next_day, 'infinity')
       and (l.booked_day > s.on_day or l.recorded_at >= s.done_at)
       and not exists (select from ledger_entry r where r.company_id = $1 and r.reverses_id = l.id)) p on true`;

export const SOURCES: Readonly<Record<MetricSource, Source>> = {
  TICKET_CLOCK: { subject: 'ticket', facts: TICKET_CLOCK },
  CLOCK_ENTRY: { subject: 'ticket', facts: CLOCK_ENTRY },
  TICKET: { subject: 'ticket', facts: TICKET },
  CALLBACK: { subject: 'ticket', facts: CALLBACK },
  REPAIR_CHECK: {
    subject: 'ticket',
    facts:
      'select t.estate_id, t.id as subject_id, k.state, k.checked_at from checks k join tickets t on t.id = k.ticket_id',
  },
  CONTACT: { subject: 'contact', facts: 'select * from contacts' },
  OBLIGATION: { subject: 'obligation', facts: 'select * from obligations' },
  OWNER_VISIT: { subject: 'ownerVisit', facts: 'select * from visits' },
  VISIT_MONTH: { subject: 'visitMonth', facts: 'select * from months' },
  SURVEY_ESTATE: { subject: 'surveyEstate', facts: 'select * from rounds' },
  SURVEY_FIGURE: { subject: 'surveyEstate', facts: SURVEY_FIGURE },
  DUNNING_STEP: { subject: 'dunningCase', facts: DUNNING_STEP },
  LAWYER_LETTER: { subject: 'dunningCase', facts: 'select * from letters' },
  DOCUMENT_SERVICE: { subject: 'dunningCase', facts: 'select * from served' },
  LIAISON_LETTER: { subject: 'liaisonLetter', facts: 'select * from letters_out' },
  DEPOSIT: { subject: 'deposit', facts: 'select * from deposits' },
  PAYMENT_NOTICE: { subject: 'paymentNotice', facts: 'select * from notices' },
  BOOKS: { subject: 'books', facts: BOOKS },
};
