import type { MetricSource } from '../domain/metric/metric-definition.js';

/** Kinds of subjects whose events change metrics. */
export const METRIC_SUBJECTS = ['ticket', 'contact', 'obligation', 'ownerVisit'] as const;
export type MetricSubject = (typeof METRIC_SUBJECTS)[number];

/** The table of a subject. */
export const TABLE_OF: Readonly<Record<MetricSubject, string>> = {
  ticket: 'ticket',
  contact: 'contact',
  obligation: 'obligation',
  ownerVisit: 'owner_visit',
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
select ticket_id, substantiated, judged_at, replied_at
  from complaint where company_id = $1 and ticket_id = any($2::uuid[])`,
    callbacks: `
select ticket_id, mode, outcome, satisfaction, called_at, flaw
  from callback where company_id = $1 and ticket_id = any($2::uuid[])`,
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
select estate_id, id as subject_id, kind, state, owed_since, due_at, missed_at, settled_at
  from obligation where company_id = $1 and id = any($2::uuid[]) and estate_id is not null`,
  },
  ownerVisit: {
    visits: `
select estate_id, id as subject_id, organiser, mode, visited_at, in_quiet_hours, unannounced, repeated, signature, satisfaction
  from owner_visit where company_id = $1 and id = any($2::uuid[])`,
  },
};

const OF_TICKET = `t.estate_id, t.id as subject_id, t.kind, t.stage, t.urgency, t.complaint_class, t.channel, t.taken_by, t.at_night,
       t.scheduled_from, t.schedule_reason, t.reported_at, t.merged`;

/**
 * Facts of a ticket's clocks, and whether its customer was called back: `reached`, or `attempted` by three tries on two
 * of the estate's days at least.
 * @rule D-12
 */
const TICKET_CLOCK = `
select ${OF_TICKET}, c.rule, c.milestone, c.round, c.state, c.started_at, c.due_at, c.ended_at, c.breached_at, p.substantiated,
       coalesce(b.reached, false) as reached, coalesce(b.reached or (b.tries >= 3 and b.days >= 2), false) as attempted
  from clocks c join tickets t on t.id = c.ticket_id
  left join complaints p on p.ticket_id = t.id
  left join (
    select k.ticket_id, bool_or(k.outcome = 'REACHED') as reached, count(*) as tries,
           count(distinct (k.called_at at time zone e.time_zone)::date) as days
      from callbacks k join tickets t on t.id = k.ticket_id join estates e on e.id = t.estate_id
     group by k.ticket_id) b on b.ticket_id = t.id`;

/** What was entered about a ticket for its clocks, each entry once, and how late. @rule R-MET-11 */
const CLOCK_ENTRY = `
select ${OF_TICKET}, n.entry, n.occurred_at, n.late
  from entries n join clocks c on c.id = n.clock_id join tickets t on t.id = c.ticket_id`;

const TICKET = `
select ${OF_TICKET}, t.accepted_at, t.completed_at, t.returned_at, t.closed_at, t.reopenings, t.unit_id,
       p.substantiated, p.judged_at, p.replied_at,
       coalesce(s.by_customer, false) as customer_signed, coalesce(s.by_head, false) as head_signed
  from tickets t
  left join complaints p on p.ticket_id = t.id
  left join signatures s on s.ticket_id = t.id`;

const CALLBACK = `
select ${OF_TICKET}, k.mode, k.outcome, k.satisfaction, k.called_at, k.flaw
  from callbacks k join tickets t on t.id = k.ticket_id`;

export const SOURCES: Readonly<Record<MetricSource, Source>> = {
  TICKET_CLOCK: { subject: 'ticket', facts: TICKET_CLOCK },
  CLOCK_ENTRY: { subject: 'ticket', facts: CLOCK_ENTRY },
  TICKET: { subject: 'ticket', facts: TICKET },
  CALLBACK: { subject: 'ticket', facts: CALLBACK },
  CONTACT: { subject: 'contact', facts: 'select * from contacts' },
  OBLIGATION: { subject: 'obligation', facts: 'select * from obligations' },
  OWNER_VISIT: { subject: 'ownerVisit', facts: 'select * from visits' },
};
