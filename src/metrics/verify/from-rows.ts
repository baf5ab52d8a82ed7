import type { MetricKey } from '../../domain/metric/metrics.js';
import { booked, movedInBooks } from './books-from-rows.js';
import { callbacks, satisfaction } from './callbacks-from-rows.js';
import { debtorsOwed, escalations, lettersOut, owed } from './owed-from-rows.js';
import { contacts } from './contacts-from-rows.js';
import { acted, dunned } from './dunning-from-rows.js';
import { appointmentsMoved, signedInBulk, single } from './integrity-from-rows.js';
import { deposited, depositsHeld, noticed, proven, refunded, resolvedInTime } from './single-from-rows.js';
import { surveyed } from './survey-from-rows.js';
import {
  bent,
  calledBack,
  complaints,
  complaintsCalledBack,
  repeated,
  reworked,
  daysChecked,
  deadline,
  filedInTime,
  requests,
  signedBy,
  tickets,
} from './tickets-from-rows.js';
import { covered, quota, visits } from './visits-from-rows.js';

const HOME_VISIT = `x.kind = 'HOME_VISIT' and x.state = 'DONE'`;
const OWN_VISIT = (post: string): string =>
  `v.organiser = 'ESTATE' and v.visitor_post = '${post}' and v.repeated = false`;

/**
 * What each metric is, asked of the rows themselves: one plain question a metric, written against the tables and not
 * through definitions, sources or sums. Each yields `zone`, `estate_id`, `at`, `why` (null: counted; IN_CONFIDENCE: counted, and read
 * by few; PENDING; or the reason it is left out), `segment`, `n` and `d` of one item. `$1` is the company, `$2` the estates that are
 * looked at, where a question is much quicker for knowing them.
 */
export const FROM_ROWS: Readonly<Record<MetricKey, string>> = {
  CONTACTS_RECEIVED: contacts('1', '0', 'k.channel'),
  CONTACT_CLOSED: contacts('case when k.settled_at is null then 0 else 1 end', '1', `''`),
  CONTACTS_BY_RESULT: contacts(
    '1',
    '0',
    `coalesce((select max(t.kind) from ticket t where t.id = k.ticket_id and t.company_id = k.company_id), '')`,
  ),
  CONTACTS_PER_HUNDRED: contacts('1', '0', `''`),
  REQUEST_FED_BACK: requests(
    't.completed_at',
    `case when (select max(k.called_at) from callback k where k.company_id = t.company_id and k.ticket_id = t.id and k.outcome = 'REACHED') >= t.completed_at
       then 1 else 0 end`,
    ['SERVICE_REQUEST'],
    `''`,
  ),
  REQUEST_OUT_OF_SCOPE: requests(
    't.reported_at',
    `case t.stage when 'DECLINED' then 1 else 0 end`,
    ['ENQUIRY', 'SERVICE_REQUEST', 'SUGGESTION'],
    't.kind',
  ),
  TICKETS_OPEN: `select e.time_zone as zone, t.estate_id, t.reported_at as at, case when t.merged_at is not null then 'MERGED' when t.stage = 'CANCELLED' then 'CANCELLED' end as why,
       t.kind as segment, 1 as n, 0 as d
  from ticket t, estate e where t.company_id = $1 and (e.company_id, e.id) = (t.company_id, t.estate_id) and not t.closed_at is not null`,
  REPAIRS_UNCOMPLETED: tickets('REPAIR', 't.reported_at', '1', {
    d: '0',
    and: 'coalesce(t.completed_at, t.closed_at) is null',
    segment: 't.urgency',
  }),
  REPAIR_ACCEPTED_IN_TIME: deadline('R-RPR-05', 'ACCEPTED', {
    first: `when t.taken_by = 'CONTROL_ROOM' then 'CONTROL_ROOM'`,
    segment: 't.urgency',
  }),
  REPAIR_FORWARDED_IN_TIME: deadline('R-RPR-05', 'FORWARDED', {
    first: `when t.taken_by = 'CONTROL_ROOM' then 'CONTROL_ROOM'`,
  }),
  CONTROL_ROOM_REPAIR_ACCEPTED_IN_TIME: deadline('R-RPR-05', 'ACCEPTED', { and: `t.taken_by = 'CONTROL_ROOM'` }),
  REPAIR_ARRIVED_IN_TIME: deadline('R-RPR-07', 'ON_SITE', {
    first: `when c.state = 'CANCELLED' and t.scheduled_from is not null then 'OTHER_TIME_AGREED'`,
  }),
  NIGHT_REPAIR_ISSUED: tickets('REPAIR', 't.reported_at', 'case when t.accepted_at is null then 0 else 1 end', {
    and: 't.at_night = true',
  }),
  EMERGENCY_ARRIVED_IN_TIME: deadline('R-RPR-08', 'ON_SITE', {}),
  APPOINTMENT_KEPT: deadline('R-RPR-10', 'AS_AGREED', { rounds: true, at: 'c.due_at' }),
  REPAIR_RESCHEDULED: tickets('REPAIR', 't.accepted_at', 'case when t.scheduled_from is null then 0 else 1 end', {
    segment: `coalesce(t.schedule_reason, '')`,
  }),
  REPAIRS_COMPLETED: tickets('REPAIR', 't.completed_at', '1', { d: '0', segment: 't.urgency' }),
  REPAIR_COMPLETION: tickets('REPAIR', 't.reported_at', 'case when t.completed_at is null then 0 else 1 end', {
    declined: true,
    segment: 't.urgency',
  }),
  REPAIR_REWORK: reworked,
  REPAIR_DAYS_CHECKED: daysChecked,
  REPAIR_CHECK_PASSED: `select e.time_zone as zone, k.estate_id, k.checked_at as at, null::text as why, '' as segment,
       case when k.complete and k.accurate and k.arrived_as_required then 1 else 0 end as n, 1 as d
  from repair_check k, estate e where k.company_id = $1 and k.state in ('PASSED', 'FAULTY') and (e.company_id, e.id) = (k.company_id, k.estate_id)`,
  REPAIR_SIGNED_BY_CUSTOMER: tickets('REPAIR', 't.completed_at', signedBy('CUSTOMER'), {
    last: `when t.unit_id is null then 'COMMON_AREA'`,
  }),
  REPAIR_SIGNED_BY_DEPARTMENT: tickets('REPAIR', 't.returned_at', signedBy('DEPARTMENT_HEAD'), {}),
  REPAIR_CALLED_BACK: deadline('R-RPR-13', 'CALLED_BACK', {
    rounds: true,
    n: `(select count(*) from callback k where k.company_id = t.company_id and k.ticket_id = t.id and k.outcome = 'REACHED') > 0`,
  }),
  REPAIR_CALLBACK_ATTEMPTED: deadline('R-RPR-13', 'CALLED_BACK', {
    rounds: true,
    n: `(exists (select from callback k where k.company_id = t.company_id and k.ticket_id = t.id and k.outcome = 'REACHED')
        or (select count(*) >= 3 and count(distinct date(k.called_at at time zone e.time_zone)) >= 2 from callback k where k.company_id = t.company_id and k.ticket_id = t.id))`,
  }),
  REPAIR_CALLED_BACK_IN_TIME: deadline('R-RPR-13', 'CALLED_BACK', { rounds: true }),
  REPAIR_SATISFACTION: satisfaction('REPAIR'),
  REPAIR_SECONDS_TO_COMPLETE: tickets(
    'REPAIR',
    't.completed_at',
    `greatest(0, trunc(extract(epoch from t.completed_at) - extract(epoch from case when t.scheduled_from < t.completed_at then t.scheduled_from
       when t.scheduled_from >= t.completed_at then t.completed_at else t.reported_at end)))`,
    { segment: 't.urgency' },
  ),
  REPAIRS_REPORTED: tickets('REPAIR', 't.reported_at', '1', { d: '0', segment: 't.urgency' }),
  REPAIR_NIGHT_SHARE: tickets('REPAIR', 't.reported_at', 'case when t.at_night then 1 else 0 end', {}),
  REPAIR_DOOR_IN_TIME: deadline('D-23', 'AT_THE_DOOR', {
    first: `when c.state = 'CANCELLED' and t.scheduled_from is not null then 'OTHER_TIME_AGREED'`,
    segment: 't.urgency',
  }),
  REPAIR_CALLED_BACK_AFTER_WORK_IN_TIME: deadline('D-23', 'CALLED_BACK_AFTER_WORK', { rounds: true }),
  REPAIR_FILED_IN_TIME: filedInTime,
  COMPLAINTS_RECEIVED: tickets('COMPLAINT', 't.reported_at', '1', { d: '0', segment: 't.complaint_class' }),
  COMPLAINTS_BY_CHANNEL: tickets('COMPLAINT', 't.reported_at', '1', { d: '0', segment: 't.channel' }),
  COMPLAINTS_PER_HUNDRED: tickets('COMPLAINT', 't.reported_at', '1', { d: '0' }),
  COMPLAINT_RECTIFICATION_REPORTED_IN_TIME: deadline('R-CMP-06', 'RECTIFICATION_REPORTED', {}),
  COMPLAINT_RESULT_TOLD_IN_TIME: deadline('R-CMP-07', 'RESULT_TOLD', {}),
  IMPORTANT_COMPLAINT_RECTIFIED_IN_TIME: deadline('R-CMP-10', 'RECTIFIED', {}),
  MAJOR_COMPLAINT_REPLIED_IN_TIME: deadline('R-CMP-13', 'HANDLING_TOLD', {}),
  COMPLAINT_FED_BACK_IN_TIME: deadline('R-CMP-17', 'FEEDBACK', { segment: 't.complaint_class' }),
  COMPLAINT_RESOLVED_IN_TIME: resolvedInTime,
  COMPLAINT_UNSOLVED_AFTER_A_MONTH: deadline('R-CMP-37', 'SOLVED', {
    first: `when (select p.substantiated from complaint p where p.company_id = t.company_id and p.ticket_id = t.id) = false then 'UNSUBSTANTIATED'`,
    n: `c.state = 'BREACHED'`,
  }),
  COMPLAINT_REPEATED: repeated,
  COMPLAINT_SUBSTANTIATED: complaints('p.judged_at', 'case when p.substantiated then 1 else 0 end', `''`),
  COMPLAINT_ANSWERED_IN_WRITING: tickets(
    'COMPLAINT',
    't.closed_at',
    `coalesce((select case p.reply_mode when 'IN_WRITING' then 1 else 0 end from complaint p where p.company_id = t.company_id and p.ticket_id = t.id), 0)`,
    { and: `t.channel = 'LETTER'` },
  ),
  COMPLAINT_RECORD_COMPLETE: tickets(
    'COMPLAINT',
    't.closed_at',
    `(select count(*) from complaint p where p.company_id = t.company_id and p.ticket_id = t.id and p.replied_at is not null
        and case when p.substantiated then p.rectified_at is not null else p.substantiated = false end)`,
    {},
  ),
  IMPORTANT_COMPLAINT_CALLED_BACK: complaintsCalledBack(`t.complaint_class = 'IMPORTANT'`),
  MAJOR_COMPLAINT_CALLED_BACK: complaintsCalledBack(`t.complaint_class = 'MAJOR'`),
  VISIT_COMPLAINT_CALLED_BACK: complaintsCalledBack(`t.channel = 'VISIT'`),
  TICKET_CALLED_BACK: ['R-RPR-13', 'R-CBK-04']
    .map((rule) => deadline(rule, 'CALLED_BACK', { rounds: true, n: calledBack('true'), segment: 't.kind' }))
    .join(' union all '),
  PROMISED_REPLY_KEPT: deadline('R-CMP-24', 'PROMISED_REPLY', { rounds: true, at: 'c.due_at' }),
  COMPLAINT_SATISFACTION: satisfaction('COMPLAINT'),
  COMPLAINT_SECONDS_TO_RESOLVE: complaints(
    'p.replied_at',
    'greatest(0, trunc(extract(epoch from p.replied_at) - extract(epoch from t.reported_at)))',
    't.complaint_class',
  ),
  CALLBACKS: callbacks(`k.outcome = 'REACHED'`, '1', '0', 'k.mode'),
  CALLBACK_NOT_REACHED: callbacks(
    'true',
    `case when k.outcome in ('WRONG_NUMBER', 'NOT_REACHED') then 1 else 0 end`,
    '1',
    `''`,
  ),
  REPAIR_ANALYSIS_IN_TIME: owed('REPAIR_ANALYSIS'),
  CORRECTIVE_ACTION_IN_TIME: owed('CORRECTIVE_ACTION'),
  VISIT_RECORD_IN_TIME: owed('VISIT_RECORD'),
  VISIT_SUMMARY_IN_TIME: owed('VISIT_SUMMARY'),
  VISIT_SUMMARY_APPROVED_IN_TIME: owed('SUMMARY_REVIEW'),
  VISIT_FEEDBACK_GIVEN: owed('VISIT_FEEDBACK', 'o.owed_since'),
  VISIT_SPOT_CHECK_DONE: owed('VISIT_SPOT_CHECK'),
  VISIT_REPORT_DELIVERED: owed('VISIT_REPORT'),
  SURVEY_PUBLISHED_IN_TIME: owed('SURVEY_PUBLICATION'),
  SURVEY_ACTION_IN_TIME: `${owed('CORRECTIVE_ACTION')} and exists (
    select from corrective_action c where c.company_id = o.company_id and c.id = o.subject_id and c.source_kind like 'SURVEY%')`,
  CASH_HANDED_OVER_IN_TIME: owed('CASH_HANDOVER'),
  DIRECT_BANKING_FOLLOWED_UP: owed('HANDOVER_CONFIRMATION'),
  DEPOSIT_REFUNDED_IN_TIME: owed('DEPOSIT_REFUND'),
  TICKETS_CANCELLED: bent(`case t.stage when 'CANCELLED' then 1 else 0 end`),
  TICKETS_MERGED: bent('case when t.merged_at is null then 0 else 1 end'),
  TICKETS_DOWNGRADED: bent('case when t.downgraded_at is null then 0 else 1 end'),
  CLOCKS_PAUSED: `select e.time_zone as zone, c.estate_id, c.started_at as at, null::text as why, '' as segment,
       case when exists (select from clock_entry n where n.company_id = c.company_id and n.clock_id = c.id and n.kind = 'PAUSE') then 1 else 0 end as n, 1 as d
  from service_clock c join estate e on e.id = c.estate_id and e.company_id = c.company_id where c.company_id = $1`,
  APPOINTMENTS_MOVED: appointmentsMoved,
  CORRECTIVE_ACTIONS_PUT_OFF: single(
    'corrective_action',
    'x.raised_at',
    'least(x.postponements, 1)',
    'x.due_at is not null',
    'x.owner_id::text',
  ),
  RECEIPTS_VOIDED: single(
    'receipt',
    'x.issued_at',
    `case x.state when 'ISSUED' then 0 when 'SPOILED' then 1 else case x.cancel_reason when 'EXCHANGED' then 0 else 1 end end`,
    'true',
    'x.issued_by_id::text',
  ),
  REPAIRS_SIGNED_IN_BULK: signedInBulk,
  ESCALATIONS: escalations(`case o.state when 'LAPSED' then 'NO_LONGER_OWED' end`, '1', '0'),
  ESCALATION_SECONDS_TO_ANSWER: escalations(
    `case o.state when 'WAIVED' then 'WAIVED' when 'LAPSED' then 'NO_LONGER_OWED' when 'OPEN' then 'PENDING' when 'MISSED' then 'PENDING' end`,
    'trunc(extract(epoch from o.settled_at) - extract(epoch from o.owed_since))',
    '1',
  ),
  ESCALATIONS_OPEN: lettersOut('1', '0', `and l.stage not in ('DRAFTED', 'WITHDRAWN', 'CLOSED')`),
  ESCALATIONS_PASSED: lettersOut('case when l.department_id is null then 0 else 1 end', '1'),
  DEPOSITS_HELD: depositsHeld,
  REFUNDS_PAID: refunded,
  DEPOSIT_DEDUCTED: deposited,
  DEBTORS_VISITED: debtorsOwed('DUNNING_VISIT'),
  DEBTORS_ABROAD_CALLED: debtorsOwed('DUNNING_CALL'),
  SERVICE_PROVEN: proven,
  PAYMENT_NOTICE_ON_TIME: noticed,
  FEE_COLLECTION: booked(`('PROPERTY_FEE', 'PARKING_FEE')`),
  PRIOR_ARREARS_RECOVERED: movedInBooks,
  OTHER_COLLECTION: booked(`('PROPERTY_FEE', 'PARKING_FEE')`, 'not'),
  REPORT_IN_TIME: owed(
    'REPAIR_ANALYSIS COMPLAINT_SUMMARY COMPLAINT_COLLATION COMPLAINT_ANALYSIS LEADERS_ANALYSIS OWNERS_REPORT VISIT_SUMMARY VISIT_REPORT',
  ),
  COMPLAINT_COLLATION_IN_TIME: owed('COMPLAINT_COLLATION'),
  VISITS_MADE: visits('1', '0', `coalesce(v.mode, '')`),
  VISIT_OUT_OF_TURN: visits('case when v.repeated then 1 else 0 end', '1', `''`),
  VISIT_IN_QUIET_HOURS: visits('case when v.in_quiet_hours then 1 else 0 end', '1', `''`),
  VISIT_UNANNOUNCED: visits('case when v.unannounced then 1 else 0 end', '1', `''`, { and: `v.mode = 'HOME'` }),
  VISIT_SIGNED: visits(`case v.signature when 'SIGNED' then 1 else 0 end`, '1', `''`),
  VISIT_SATISFACTION: visits(
    `case when v.satisfaction like '%SATISFIED' and v.satisfaction not like '%DIS%' then 1 else 0 end`,
    '1',
    `coalesce(v.satisfaction, '')`,
    { why: `case when v.satisfaction is null then 'NO_ANSWER' end` },
  ),
  VISIT_QUOTA: quota('m.required', 'v.counts'),
  MANAGER_VISITS: quota('m.by_manager', OWN_VISIT('SERVICE_MANAGER')),
  SUPERVISOR_VISITS: quota('m.by_supervisor', OWN_VISIT('SERVICE_SUPERVISOR')),
  VISIT_CYCLE_COVERAGE: covered,
  SURVEY_SATISFACTION: surveyed(`f.dimension is not null`, `f.dimension`),
  SURVEY_SATISFACTION_OVERALL: surveyed(`f.question = 'OVERALL'`, `''`),
  SURVEY_RESPONSE: `select e.time_zone as zone, s.estate_id, (r.period_from + time '00:00') at time zone e.time_zone as at,
       case when r.stage = 'ISSUED' then 'PENDING' end as why, '' as segment, s.by_link + s.by_app + s.by_paper + s.by_import as n,
       s.issued - s.undeliverable as d
  from survey_estate s, survey_round r, estate e
 where s.company_id = $1 and (r.company_id, r.id) = (s.company_id, s.round_id) and (e.company_id, e.id) = (s.company_id, s.estate_id)
   and r.stage in ('ISSUED', 'COLLECTED', 'ANALYSED')`,
  DUNNING_VISIT_BY_TEAM: dunned('dunning_step', 'x.done_at', `case when x.too_few then 0 else 1 end`, HOME_VISIT),
  DUNNING_VISIT_IN_HOURS: dunned('dunning_step', 'x.done_at', `case when x.off_hours then 0 else 1 end`, HOME_VISIT),
  DUNNING_EFFECT: acted('MONEY'),
  DUNNING_CURED: acted('CASES'),
  LETTER_TO_ELIGIBLE: dunned(
    'lawyer_letter',
    `(x.sent_on + time '00:00') at time zone e.time_zone`,
    `case when x.eligible_when_sent then 1 else 0 end`,
    `x.sent_on is not null`,
  ),
  DOCUMENTS_SERVED: dunned('document_service', 'x.attempted_at', '1', `x.outcome = 'SERVED'`, '0', 'x.method'),
  ENTRY_LATE: `select e.time_zone as zone, t.estate_id, n.occurred_at as at, null::text as why,
       case n.actor_kind when 'STAFF' then n.actor_id::text else '' end as segment, case when n.late then 1 else 0 end as n, 1 as d
  from clock_entry n, service_clock c, ticket t, estate e
 where n.company_id = $1 and n.kind not in ('WARN', 'BREACH') and (c.company_id, c.id) = (n.company_id, n.clock_id)
   and (t.company_id, t.id) = (c.company_id, c.ticket_id) and (e.company_id, e.id) = (t.company_id, t.estate_id)`,
  CALLBACK_MISMATCH: callbacks(`k.outcome = 'REACHED'`, 'case when k.flaw is null then 0 else 1 end', '1', `''`),
};
