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

/** The facts that definitions speak of, with `estate_id` and `subject_id`, from the rows of a subject. */
interface Facts {
  /** By their names; where nothing is said, all that stand there. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly from: string;
}

/** Where items of metrics come from. */
interface Source extends Facts {
  readonly subject: MetricSubject;
}

const OF_TICKET = {
  ...{ estate_id: 't.estate_id', subject_id: 't.id', kind: 't.kind', stage: 't.stage', urgency: 't.urgency' },
  ...{ complaint_class: 't.complaint_class', channel: 't.channel', taken_by: 't.taken_by', at_night: 't.at_night' },
  ...{
    scheduled_from: 't.scheduled_from',
    schedule_reason: 't.schedule_reason',
    reported_at: 't.reported_at',
    merged: 't.merged',
  },
};

/**
 * Facts of a ticket's clocks, and whether its customer was called back: `reached`, `rightly_reached` in the way and by the
 * post that are owed, or `attempted` by three tries on two of the estate's days at least.
 * @rule D-12
 */
const TICKET_CLOCK: Facts = {
  columns: {
    ...OF_TICKET,
    ...{ rule: 'c.rule', milestone: 'c.milestone', round: 'c.round', state: 'c.state', started_at: 'c.started_at' },
    ...{ due_at: 'c.due_at', ended_at: 'c.ended_at', breached_at: 'c.breached_at' },
    paused: `c.id in (select n.clock_id from entries n where n.entry = 'PAUSE')`,
    followed: 'c.round < max(c.round) over (partition by c.ticket_id, c.milestone)',
    ...{ substantiated: 'p.substantiated', replied_at: 'p.replied_at' },
    due_day: '(c.due_at at time zone t.time_zone)::date',
    ...{ reached: 'coalesce(b.reached, false)', rightly_reached: 'coalesce(b.rightly, false)' },
    attempted: 'coalesce(b.reached or (b.tries >= 3 and b.days >= 2), false)',
  },
  from: `clocks c join tickets t on t.id = c.ticket_id
  left join complaints p on p.ticket_id = t.id
  left join (
    select k.ticket_id, bool_or(k.outcome = 'REACHED') as reached,
           bool_or(k.outcome = 'REACHED' and k.flaw is null) as rightly, count(*) as tries,
           count(distinct (k.called_at at time zone t.time_zone)::date) as days
      from callbacks k join tickets t on t.id = k.ticket_id
     group by k.ticket_id) b on b.ticket_id = t.id`,
};

/** What was entered about a ticket for its clocks, each entry once, and how late. @rule R-MET-11 */
const CLOCK_ENTRY: Facts = {
  columns: {
    ...OF_TICKET,
    ...{ entry: 'n.entry', occurred_at: 'n.occurred_at', late: 'n.late', entered_by: 'n.entered_by' },
  },
  from: 'entries n join clocks c on c.id = n.clock_id join tickets t on t.id = c.ticket_id',
};

/**
 * What tickets say, whether their customer was reached since the work, and by which of the estate's days a repair that was called back
 * is filed.
 * @rule R-RPR-18 @rule M-DSP-01
 */
const TICKET: Facts = {
  columns: {
    ...OF_TICKET,
    ...{
      accepted_at: 't.accepted_at',
      completed_at: 't.completed_at',
      returned_at: 't.returned_at',
      closed_at: 't.closed_at',
    },
    ...{ called_back_at: 't.called_back_at', closed_on: '(t.closed_at at time zone t.time_zone)::date' },
    file_by: `(date_trunc('month', t.called_back_at at time zone t.time_zone) + interval '2 months' - interval '1 day')::date`,
    ...{
      reopenings: 't.reopenings',
      unit_id: 't.unit_id',
      downgraded: 't.downgraded',
      reported_anew: 't.reported_anew',
    },
    reached: `exists (select from callbacks k where k.ticket_id = t.id and k.outcome = 'REACHED' and k.called_at >= t.completed_at)`,
    ...{ substantiated: 'p.substantiated', judged_at: 'p.judged_at', rectified_at: 'p.rectified_at' },
    ...{ replied_at: 'p.replied_at', reply_mode: 'p.reply_mode' },
    ...{ customer_signed: 'coalesce(s.by_customer, false)', head_signed: 'coalesce(s.by_head, false)' },
  },
  from: `tickets t
  left join complaints p on p.ticket_id = t.id
  left join (
    select g.ticket_id, bool_or(g.signer = 'CUSTOMER') as by_customer, bool_or(g.signer = 'DEPARTMENT_HEAD') as by_head
      from signatures g group by g.ticket_id) s on s.ticket_id = t.id`,
};

const CALLBACK: Facts = {
  columns: {
    ...OF_TICKET,
    ...{
      mode: 'k.mode',
      outcome: 'k.outcome',
      satisfaction: 'k.satisfaction',
      called_at: 'k.called_at',
      flaw: 'k.flaw',
    },
  },
  from: 'callbacks k join tickets t on t.id = k.ticket_id',
};

const SIGNATURE: Facts = {
  columns: {
    ...OF_TICKET,
    ...{ signer: 'g.signer', signed_at: 'g.signed_at', in_bulk: 'g.in_bulk', signer_id: 'g.signer_id' },
  },
  from: 'signatures g join tickets t on t.id = g.ticket_id',
};

const REPAIR_CHECK: Facts = {
  columns: { ...OF_TICKET, state: 'k.state', checked_at: 'k.checked_at' },
  from: 'checks k join tickets t on t.id = k.ticket_id',
};

/** What households complained of, and whether they had before: of an earlier complaint that is no duplicate and was not called off. @rule M-CMP-11 */
const HOUSEHOLD_COMPLAINT = `
select v.*, exists (
         select from voiced e
          where e.subject_id = v.subject_id and e.category_id = v.category_id and not e.merged and e.stage <> 'CANCELLED'
            and (e.reported_at, e.id) < (v.reported_at, v.id) and e.reported_at >= v.reported_at - interval '${REPEAT_DAYS} days') as repeated
  from voiced v`;

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
  TICKET_CLOCK: { subject: 'ticket', ...TICKET_CLOCK },
  CLOCK_ENTRY: { subject: 'ticket', ...CLOCK_ENTRY },
  TICKET: { subject: 'ticket', ...TICKET },
  CALLBACK: { subject: 'ticket', ...CALLBACK },
  SIGNATURE: { subject: 'ticket', ...SIGNATURE },
  REPAIR_CHECK: { subject: 'ticket', ...REPAIR_CHECK },
  REPAIR_DAY: { subject: 'repairDay', from: 'repair_days' },
  HOUSEHOLD_COMPLAINT: { subject: 'household', from: `(${HOUSEHOLD_COMPLAINT}) f` },
  CONTACT: { subject: 'contact', from: 'contacts' },
  OBLIGATION: { subject: 'obligation', from: 'obligations' },
  CORRECTIVE_ACTION: { subject: 'correctiveAction', from: 'actions' },
  OWNER_VISIT: { subject: 'ownerVisit', from: 'visits' },
  VISIT_MONTH: { subject: 'visitMonth', from: 'months' },
  VISIT_CYCLE: { subject: 'visitCycle', from: 'cycles' },
  SURVEY_ESTATE: { subject: 'surveyEstate', from: 'rounds' },
  SURVEY_FIGURE: { subject: 'surveyEstate', from: `(${SURVEY_FIGURE}) f` },
  DUNNING_STEP: { subject: 'dunningCase', from: `(${DUNNING_STEP}) f` },
  LAWYER_LETTER: { subject: 'dunningCase', from: 'letters' },
  DOCUMENT_SERVICE: { subject: 'dunningCase', from: 'served' },
  LIAISON_LETTER: { subject: 'liaisonLetter', from: 'letters_out' },
  DEPOSIT: { subject: 'deposit', from: 'deposits' },
  PAYMENT_NOTICE: { subject: 'paymentNotice', from: 'notices' },
  PAYMENT_REFUND: { subject: 'paymentRefund', from: 'refunds' },
  RECEIPT: { subject: 'receipt', from: 'receipts' },
  BOOKS: { subject: 'books', from: `(${BOOKS}) f` },
  BOOKS_MOVED: { subject: 'books', from: `(${BOOKS_MOVED}) f` },
};
