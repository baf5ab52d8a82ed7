import { RATED_KINDS } from '../domain/collection/collection-scope.js';
import { REPEAT_DAYS } from '../domain/complaint/repeat-complaint.js';
import type { MetricSource } from '../domain/metric/metric-definition.js';

/** Kinds of subjects whose events change metrics. */
export const METRIC_SUBJECTS = [
  'ticket',
  'household',
  'repairDay',
  'contact',
  'obligation',
  'correctiveAction',
  'ownerVisit',
  'visitMonth',
  'visitCycle',
  'surveyEstate',
  'dunningCase',
  'liaisonLetter',
  'deposit',
  'paymentNotice',
  'paymentRefund',
  'receipt',
  'books',
] as const;
export type MetricSubject = (typeof METRIC_SUBJECTS)[number];

/** Subjects of several kinds, which their events name and metrics tell apart. */
export const OF_KINDS: readonly MetricSubject[] = ['ticket', 'obligation'];

/** The table of a subject. */
export const TABLE_OF: Readonly<Record<MetricSubject, string>> = {
  ticket: 'ticket',
  household: 'unit',
  repairDay: 'repair_day',
  contact: 'contact',
  obligation: 'obligation',
  correctiveAction: 'corrective_action',
  ownerVisit: 'owner_visit',
  visitMonth: 'visit_month',
  visitCycle: 'visit_cycle',
  surveyEstate: 'survey_estate',
  dunningCase: 'dunning_case',
  liaisonLetter: 'liaison_letter',
  deposit: 'deposit',
  paymentNotice: 'payment_notice',
  paymentRefund: 'payment_refund',
  receipt: 'receipt',
  books: 'estate',
};

/** Where items of metrics come from: the facts that definitions speak of, of given subjects. */
interface Source {
  readonly subject: MetricSubject;
  /** Selects the facts, with `estate_id` and `subject_id`, from the rows of the subject. */
  readonly facts: string;
}

const OF_TICKET = `t.estate_id, t.id as subject_id, t.kind, t.stage, t.urgency, t.complaint_class, t.channel, t.taken_by, t.at_night,
       t.scheduled_from, t.schedule_reason, t.reported_at, t.merged`;

/**
 * Facts of a ticket's clocks, and whether its customer was called back: `reached`, `rightly_reached` in the way and by the
 * post that are owed, or `attempted` by three tries on two of the estate's days at least.
 * @rule D-12
 */
const TICKET_CLOCK = `
select ${OF_TICKET}, c.rule, c.milestone, c.round, c.state, c.started_at, c.due_at, c.ended_at, c.breached_at,
       c.id in (select n.clock_id from entries n where n.entry = 'PAUSE') as paused,
       c.round < max(c.round) over (partition by c.ticket_id, c.milestone) as followed, p.substantiated, p.replied_at,
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
select ${OF_TICKET}, n.entry, n.occurred_at, n.late, n.entered_by
  from entries n join clocks c on c.id = n.clock_id join tickets t on t.id = c.ticket_id`;

/**
 * What tickets say, whether their customer was reached since the work, and by which of the estate's days a repair that was called back
 * is filed.
 * @rule R-RPR-18 @rule M-DSP-01
 */
const TICKET = `
select ${OF_TICKET}, t.accepted_at, t.completed_at, t.returned_at, t.closed_at, t.called_back_at, (t.closed_at at time zone z.time_zone)::date as closed_on,
       (date_trunc('month', t.called_back_at at time zone z.time_zone) + interval '2 months' - interval '1 day')::date as file_by, t.reopenings, t.unit_id, t.downgraded,
       t.reported_anew, exists (select from callbacks k where k.ticket_id = t.id and k.outcome = 'REACHED' and k.called_at >= t.completed_at) as reached,
       p.substantiated, p.judged_at, p.rectified_at, p.replied_at, p.reply_mode,
       coalesce(s.by_customer, false) as customer_signed, coalesce(s.by_head, false) as head_signed
  from tickets t join estates z on z.id = t.estate_id
  left join complaints p on p.ticket_id = t.id
  left join (
    select g.ticket_id, bool_or(g.signer = 'CUSTOMER') as by_customer, bool_or(g.signer = 'DEPARTMENT_HEAD') as by_head
      from signatures g group by g.ticket_id) s on s.ticket_id = t.id`;

/** What households complained of, and whether they had before: of an earlier complaint that is no duplicate and was not called off. @rule M-CMP-11 */
const HOUSEHOLD_COMPLAINT = `
select v.*, exists (
         select from voiced e
          where e.subject_id = v.subject_id and e.category_id = v.category_id and not e.merged and e.stage <> 'CANCELLED'
            and (e.reported_at, e.id) < (v.reported_at, v.id) and e.reported_at >= v.reported_at - interval '${REPEAT_DAYS} days') as repeated
  from voiced v`;

const CALLBACK = `
select ${OF_TICKET}, k.mode, k.outcome, k.satisfaction, k.called_at, k.flaw
  from callbacks k join tickets t on t.id = k.ticket_id`;

const SIGNATURE = `
select ${OF_TICKET}, g.signer, g.signed_at, g.in_bulk, g.signer_id
  from signatures g join tickets t on t.id = g.ticket_id`;

/**
 * What the books of an estate say, by what was charged for, first day, deadline and currency, and by the local day on which it became
 * known: the same that triggers tell as lines are written, so that thousands of lines tell a handful of changes. What was
 * written off was charged all the same.
 */
const BOOKS = `
select m.estate_id, m.estate_id as subject_id, m.kind, m.kind in (${RATED_KINDS.map((kind) => `'${kind}'`).join(', ')}) as rated,
       m.from_day::timestamp at time zone e.time_zone as month_start, m.due_day, m.currency, (m.recorded_at at time zone e.time_zone)::date as recorded_on,
       sum(m.charges) as charges, sum(m.paid) as paid, sum(m.charged) as charged, max(m.recorded_at) as recorded_at
  from (select estate_id, kind, from_day, due_day, currency, recorded_at, 1 as charges, 0::bigint as paid, amount_minor as charged from charges
        union all
        select estate_id, kind, from_day, due_day, currency, cancelled_at, -1, 0, 0 from charges where cancelled_at is not null
        union all
        select c.estate_id, c.kind, c.from_day, c.due_day, c.currency, l.recorded_at, 0,
               case when l.kind = 'ALLOCATION' then -l.charge_effect_minor else 0 end,
               case when l.kind in ('INCREASE', 'REDUCTION', 'WAIVER', 'TRANSFER', 'CANCELLATION') then l.charge_effect_minor else 0 end
          from lines l join charges c on c.id = l.charge_id) m
  join estates e on e.id = m.estate_id
 group by m.estate_id, m.kind, m.from_day, e.time_zone, m.due_day, m.currency, recorded_on`;

/**
 * What was charged, and what lines have paid or changed, by the day of the books, the deadline of the charge and the local day on which
 * it became known: the same that triggers tell. What is given up or let off is no longer charged.
 * @rule M-FEE-04
 */
const BOOKS_MOVED = `
select c.estate_id, c.estate_id as subject_id, c.currency, c.due_day, m.booked_day::timestamp at time zone e.time_zone as moved_at,
       (m.recorded_at at time zone e.time_zone)::date as recorded_on, sum(m.paid) as paid, sum(m.charged) as charged, max(m.recorded_at) as recorded_at
  from (select id as charge_id, booked_day, recorded_at, 0::bigint as paid, amount_minor as charged from charges
        union all
        select charge_id, booked_day, recorded_at, case when kind = 'ALLOCATION' then -charge_effect_minor else 0 end,
               case when kind = 'ALLOCATION' then 0 else charge_effect_minor end
          from lines) m
  join charges c on c.id = m.charge_id join estates e on e.id = c.estate_id
 group by c.estate_id, c.currency, c.due_day, m.booked_day, e.time_zone, recorded_on`;

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
  SIGNATURE: { subject: 'ticket', facts: SIGNATURE },
  REPAIR_CHECK: {
    subject: 'ticket',
    facts:
      'select t.estate_id, t.id as subject_id, t.kind, k.state, k.checked_at from checks k join tickets t on t.id = k.ticket_id',
  },
  REPAIR_DAY: { subject: 'repairDay', facts: 'select * from repair_days' },
  HOUSEHOLD_COMPLAINT: { subject: 'household', facts: HOUSEHOLD_COMPLAINT },
  CONTACT: { subject: 'contact', facts: 'select * from contacts' },
  OBLIGATION: { subject: 'obligation', facts: 'select * from obligations' },
  CORRECTIVE_ACTION: { subject: 'correctiveAction', facts: 'select * from actions' },
  OWNER_VISIT: { subject: 'ownerVisit', facts: 'select * from visits' },
  VISIT_MONTH: { subject: 'visitMonth', facts: 'select * from months' },
  VISIT_CYCLE: { subject: 'visitCycle', facts: 'select * from cycles' },
  SURVEY_ESTATE: { subject: 'surveyEstate', facts: 'select * from rounds' },
  SURVEY_FIGURE: { subject: 'surveyEstate', facts: SURVEY_FIGURE },
  DUNNING_STEP: { subject: 'dunningCase', facts: DUNNING_STEP },
  LAWYER_LETTER: { subject: 'dunningCase', facts: 'select * from letters' },
  DOCUMENT_SERVICE: { subject: 'dunningCase', facts: 'select * from served' },
  LIAISON_LETTER: { subject: 'liaisonLetter', facts: 'select * from letters_out' },
  DEPOSIT: { subject: 'deposit', facts: 'select * from deposits' },
  PAYMENT_NOTICE: { subject: 'paymentNotice', facts: 'select * from notices' },
  PAYMENT_REFUND: { subject: 'paymentRefund', facts: 'select * from refunds' },
  RECEIPT: { subject: 'receipt', facts: 'select * from receipts' },
  BOOKS: { subject: 'books', facts: BOOKS },
  BOOKS_MOVED: { subject: 'books', facts: BOOKS_MOVED },
};
