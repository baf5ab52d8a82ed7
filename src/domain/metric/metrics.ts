import { CONTACTS_RECEIVED } from './definitions/contacts-received.js';
import { CONTACT_CLOSED } from './definitions/contact-closed.js';
import { CONTACTS_BY_RESULT } from './definitions/contacts-by-result.js';
import { REPAIR_ACCEPTED_IN_TIME } from './definitions/repair-accepted-in-time.js';
import { REPAIR_FORWARDED_IN_TIME } from './definitions/repair-forwarded-in-time.js';
import { CONTROL_ROOM_REPAIR_ACCEPTED_IN_TIME } from './definitions/control-room-repair-accepted-in-time.js';
import { REPAIR_ARRIVED_IN_TIME } from './definitions/repair-arrived-in-time.js';
import { NIGHT_REPAIR_ISSUED } from './definitions/night-repair-issued.js';
import { EMERGENCY_ARRIVED_IN_TIME } from './definitions/emergency-arrived-in-time.js';
import { APPOINTMENT_KEPT } from './definitions/appointment-kept.js';
import { REPAIR_RESCHEDULED } from './definitions/repair-rescheduled.js';
import { REPAIRS_COMPLETED } from './definitions/repairs-completed.js';
import { REPAIR_COMPLETION } from './definitions/repair-completion.js';
import { REPAIR_CHECK_PASSED } from './definitions/repair-check-passed.js';
import { REPAIR_DAYS_CHECKED } from './definitions/repair-days-checked.js';
import { REPAIR_REWORK } from './definitions/repair-rework.js';
import { REPAIR_FILED_IN_TIME } from './definitions/repair-filed-in-time.js';
import { REPAIR_SIGNED_BY_CUSTOMER } from './definitions/repair-signed-by-customer.js';
import { REPAIR_SIGNED_BY_DEPARTMENT } from './definitions/repair-signed-by-department.js';
import { REPAIR_CALLED_BACK } from './definitions/repair-called-back.js';
import { REPAIR_CALLBACK_ATTEMPTED } from './definitions/repair-callback-attempted.js';
import { REPAIR_CALLED_BACK_IN_TIME } from './definitions/repair-called-back-in-time.js';
import { REPAIR_SATISFACTION } from './definitions/repair-satisfaction.js';
import { REPAIR_SECONDS_TO_COMPLETE } from './definitions/repair-seconds-to-complete.js';
import { REPAIRS_REPORTED } from './definitions/repairs-reported.js';
import { REPAIR_NIGHT_SHARE } from './definitions/repair-night-share.js';
import { REPAIR_DOOR_IN_TIME } from './definitions/repair-door-in-time.js';
import { REPAIR_CALLED_BACK_AFTER_WORK_IN_TIME } from './definitions/repair-called-back-after-work-in-time.js';
import { COMPLAINTS_RECEIVED } from './definitions/complaints-received.js';
import { COMPLAINTS_BY_CHANNEL } from './definitions/complaints-by-channel.js';
import { COMPLAINT_RECTIFICATION_REPORTED_IN_TIME } from './definitions/complaint-rectification-reported-in-time.js';
import { COMPLAINT_RESULT_TOLD_IN_TIME } from './definitions/complaint-result-told-in-time.js';
import { IMPORTANT_COMPLAINT_RECTIFIED_IN_TIME } from './definitions/important-complaint-rectified-in-time.js';
import { MAJOR_COMPLAINT_REPLIED_IN_TIME } from './definitions/major-complaint-replied-in-time.js';
import { COMPLAINT_FED_BACK_IN_TIME } from './definitions/complaint-fed-back-in-time.js';
import { COMPLAINT_UNSOLVED_AFTER_A_MONTH } from './definitions/complaint-unsolved-after-a-month.js';
import { COMPLAINT_SUBSTANTIATED } from './definitions/complaint-substantiated.js';
import { PROMISED_REPLY_KEPT } from './definitions/promised-reply-kept.js';
import { COMPLAINT_SATISFACTION } from './definitions/complaint-satisfaction.js';
import { COMPLAINT_SECONDS_TO_RESOLVE } from './definitions/complaint-seconds-to-resolve.js';
import { CALLBACKS } from './definitions/callbacks.js';
import { CALLBACK_NOT_REACHED } from './definitions/callback-not-reached.js';
import { CALLBACK_MISMATCH } from './definitions/callback-mismatch.js';
import { ENTRY_LATE } from './definitions/entry-late.js';
import { REPAIR_ANALYSIS_IN_TIME } from './definitions/repair-analysis-in-time.js';
import { CORRECTIVE_ACTION_IN_TIME } from './definitions/corrective-action-in-time.js';
import { VISIT_RECORD_IN_TIME } from './definitions/visit-record-in-time.js';
import { VISIT_SUMMARY_IN_TIME } from './definitions/visit-summary-in-time.js';
import { VISIT_SUMMARY_APPROVED_IN_TIME } from './definitions/visit-summary-approved-in-time.js';
import { VISIT_FEEDBACK_GIVEN } from './definitions/visit-feedback-given.js';
import { VISIT_SPOT_CHECK_DONE } from './definitions/visit-spot-check-done.js';
import { VISIT_REPORT_DELIVERED } from './definitions/visit-report-delivered.js';
import { SURVEY_PUBLISHED_IN_TIME } from './definitions/survey-published-in-time.js';
import { CASH_HANDED_OVER_IN_TIME } from './definitions/cash-handed-over-in-time.js';
import { DIRECT_BANKING_FOLLOWED_UP } from './definitions/direct-banking-followed-up.js';
import { DEPOSIT_REFUNDED_IN_TIME } from './definitions/deposit-refunded-in-time.js';
import { TICKETS_CANCELLED } from './definitions/tickets-cancelled.js';
import { TICKETS_MERGED } from './definitions/tickets-merged.js';
import { TICKETS_DOWNGRADED } from './definitions/tickets-downgraded.js';
import { CLOCKS_PAUSED } from './definitions/clocks-paused.js';
import { REQUEST_FED_BACK } from './definitions/request-fed-back.js';
import { REQUEST_OUT_OF_SCOPE } from './definitions/request-out-of-scope.js';
import { APPOINTMENTS_MOVED } from './definitions/appointments-moved.js';
import { CORRECTIVE_ACTIONS_PUT_OFF } from './definitions/corrective-actions-put-off.js';
import { RECEIPTS_VOIDED } from './definitions/receipts-voided.js';
import { REPAIRS_SIGNED_IN_BULK } from './definitions/repairs-signed-in-bulk.js';
import { ESCALATIONS } from './definitions/escalations.js';
import { ESCALATION_SECONDS_TO_ANSWER } from './definitions/escalation-seconds-to-answer.js';
import { REPORT_IN_TIME } from './definitions/report-in-time.js';
import { COMPLAINT_COLLATION_IN_TIME } from './definitions/complaint-collation-in-time.js';
import { VISITS_MADE } from './definitions/visits-made.js';
import { VISIT_OUT_OF_TURN } from './definitions/visit-out-of-turn.js';
import { VISIT_IN_QUIET_HOURS } from './definitions/visit-in-quiet-hours.js';
import { VISIT_UNANNOUNCED } from './definitions/visit-unannounced.js';
import { VISIT_SIGNED } from './definitions/visit-signed.js';
import { VISIT_SATISFACTION } from './definitions/visit-satisfaction.js';
import { VISIT_QUOTA } from './definitions/visit-quota.js';
import { VISIT_CYCLE_COVERAGE } from './definitions/visit-cycle-coverage.js';
import { MANAGER_VISITS } from './definitions/visits-by-service-head.js';
import { SUPERVISOR_VISITS } from './definitions/supervisor-visits.js';
import { SURVEY_SATISFACTION } from './definitions/survey-satisfaction.js';
import { SURVEY_SATISFACTION_OVERALL } from './definitions/survey-satisfaction-overall.js';
import { SURVEY_RESPONSE } from './definitions/survey-response.js';
import { DUNNING_VISIT_BY_TEAM } from './definitions/dunning-visit-by-team.js';
import { DUNNING_VISIT_IN_HOURS } from './definitions/dunning-visit-in-hours.js';
import { LETTER_TO_ELIGIBLE } from './definitions/letter-to-eligible.js';
import { DOCUMENTS_SERVED } from './definitions/documents-served.js';
import { COMPLAINT_ANSWERED_IN_WRITING } from './definitions/complaint-answered-in-writing.js';
import { COMPLAINT_RECORD_COMPLETE } from './definitions/complaint-record-complete.js';
import { COMPLAINT_REPEATED } from './definitions/complaint-repeated.js';
import { IMPORTANT_COMPLAINT_CALLED_BACK } from './definitions/important-complaint-called-back.js';
import { MAJOR_COMPLAINT_CALLED_BACK } from './definitions/major-complaint-called-back.js';
import { VISIT_COMPLAINT_CALLED_BACK } from './definitions/visit-complaint-called-back.js';
import { TICKET_CALLED_BACK } from './definitions/ticket-called-back.js';
import { SURVEY_ACTION_IN_TIME } from './definitions/survey-action-in-time.js';
import { TICKETS_OPEN } from './definitions/tickets-open.js';
import { REPAIRS_UNCOMPLETED } from './definitions/repairs-uncompleted.js';
import { FEE_COLLECTION } from './definitions/fee-collection.js';
import { OTHER_COLLECTION } from './definitions/other-collection.js';
import { CONTACTS_PER_HUNDRED } from './definitions/contacts-per-hundred.js';
import { COMPLAINTS_PER_HUNDRED } from './definitions/complaints-per-hundred.js';
import { DEBTORS_VISITED } from './definitions/debtors-visited.js';
import { DEBTORS_ABROAD_CALLED } from './definitions/debtors-abroad-called.js';
import { SERVICE_PROVEN } from './definitions/service-proven.js';
import { COMPLAINT_RESOLVED_IN_TIME } from './definitions/complaint-resolved-in-time.js';
import { ESCALATIONS_OPEN } from './definitions/escalations-open.js';
import { ESCALATIONS_PASSED } from './definitions/escalations-passed.js';
import { DEPOSIT_DEDUCTED } from './definitions/deposit-deducted.js';
import { DEPOSITS_HELD } from './definitions/deposits-held.js';
import { PAYMENT_NOTICE_ON_TIME } from './definitions/payment-notice-on-time.js';
import { PRIOR_ARREARS_RECOVERED } from './definitions/prior-arrears-recovered.js';
import { REFUNDS_PAID } from './definitions/refunds-paid.js';
import { DUNNING_EFFECT } from './definitions/dunning-effect.js';
import { DUNNING_CURED } from './definitions/dunning-cured.js';
import type { MetricDefinition } from './metric-definition.js';

/** Everything that is measured, in the order of the catalogue: one file each. */
const ALL = [
  CONTACTS_RECEIVED,
  CONTACT_CLOSED,
  CONTACTS_BY_RESULT,
  CONTACTS_PER_HUNDRED,
  REQUEST_FED_BACK,
  REQUEST_OUT_OF_SCOPE,
  TICKETS_OPEN,
  REPAIR_ACCEPTED_IN_TIME,
  REPAIR_FORWARDED_IN_TIME,
  CONTROL_ROOM_REPAIR_ACCEPTED_IN_TIME,
  REPAIR_ARRIVED_IN_TIME,
  NIGHT_REPAIR_ISSUED,
  EMERGENCY_ARRIVED_IN_TIME,
  APPOINTMENT_KEPT,
  REPAIR_RESCHEDULED,
  REPAIRS_COMPLETED,
  REPAIR_COMPLETION,
  REPAIRS_UNCOMPLETED,
  REPAIR_REWORK,
  REPAIR_DAYS_CHECKED,
  REPAIR_CHECK_PASSED,
  REPAIR_SIGNED_BY_CUSTOMER,
  REPAIR_SIGNED_BY_DEPARTMENT,
  REPAIR_CALLED_BACK,
  REPAIR_CALLBACK_ATTEMPTED,
  REPAIR_CALLED_BACK_IN_TIME,
  REPAIR_SATISFACTION,
  REPAIR_SECONDS_TO_COMPLETE,
  REPAIRS_REPORTED,
  REPAIR_NIGHT_SHARE,
  REPAIR_DOOR_IN_TIME,
  REPAIR_CALLED_BACK_AFTER_WORK_IN_TIME,
  REPAIR_FILED_IN_TIME,
  COMPLAINTS_RECEIVED,
  COMPLAINTS_BY_CHANNEL,
  COMPLAINTS_PER_HUNDRED,
  COMPLAINT_RECTIFICATION_REPORTED_IN_TIME,
  COMPLAINT_RESULT_TOLD_IN_TIME,
  IMPORTANT_COMPLAINT_RECTIFIED_IN_TIME,
  MAJOR_COMPLAINT_REPLIED_IN_TIME,
  COMPLAINT_FED_BACK_IN_TIME,
  COMPLAINT_RESOLVED_IN_TIME,
  COMPLAINT_UNSOLVED_AFTER_A_MONTH,
  COMPLAINT_REPEATED,
  COMPLAINT_SUBSTANTIATED,
  COMPLAINT_ANSWERED_IN_WRITING,
  IMPORTANT_COMPLAINT_CALLED_BACK,
  MAJOR_COMPLAINT_CALLED_BACK,
  VISIT_COMPLAINT_CALLED_BACK,
  PROMISED_REPLY_KEPT,
  COMPLAINT_RECORD_COMPLETE,
  COMPLAINT_SATISFACTION,
  COMPLAINT_SECONDS_TO_RESOLVE,
  TICKET_CALLED_BACK,
  CALLBACKS,
  CALLBACK_NOT_REACHED,
  CALLBACK_MISMATCH,
  ENTRY_LATE,
  TICKETS_CANCELLED,
  TICKETS_MERGED,
  TICKETS_DOWNGRADED,
  CLOCKS_PAUSED,
  APPOINTMENTS_MOVED,
  CORRECTIVE_ACTIONS_PUT_OFF,
  RECEIPTS_VOIDED,
  REPAIRS_SIGNED_IN_BULK,
  REPAIR_ANALYSIS_IN_TIME,
  CORRECTIVE_ACTION_IN_TIME,
  VISIT_RECORD_IN_TIME,
  VISIT_SUMMARY_IN_TIME,
  VISIT_SUMMARY_APPROVED_IN_TIME,
  VISIT_FEEDBACK_GIVEN,
  VISIT_SPOT_CHECK_DONE,
  VISIT_REPORT_DELIVERED,
  SURVEY_PUBLISHED_IN_TIME,
  SURVEY_ACTION_IN_TIME,
  CASH_HANDED_OVER_IN_TIME,
  DIRECT_BANKING_FOLLOWED_UP,
  DEPOSITS_HELD,
  DEPOSIT_REFUNDED_IN_TIME,
  DEPOSIT_DEDUCTED,
  ESCALATIONS,
  ESCALATION_SECONDS_TO_ANSWER,
  ESCALATIONS_OPEN,
  ESCALATIONS_PASSED,
  PAYMENT_NOTICE_ON_TIME,
  FEE_COLLECTION,
  OTHER_COLLECTION,
  PRIOR_ARREARS_RECOVERED,
  REFUNDS_PAID,
  REPORT_IN_TIME,
  COMPLAINT_COLLATION_IN_TIME,
  VISITS_MADE,
  VISIT_OUT_OF_TURN,
  VISIT_IN_QUIET_HOURS,
  VISIT_UNANNOUNCED,
  VISIT_SIGNED,
  VISIT_SATISFACTION,
  VISIT_QUOTA,
  MANAGER_VISITS,
  SUPERVISOR_VISITS,
  VISIT_CYCLE_COVERAGE,
  SURVEY_SATISFACTION,
  SURVEY_SATISFACTION_OVERALL,
  SURVEY_RESPONSE,
  DUNNING_VISIT_BY_TEAM,
  DUNNING_VISIT_IN_HOURS,
  DUNNING_EFFECT,
  DUNNING_CURED,
  LETTER_TO_ELIGIBLE,
  DOCUMENTS_SERVED,
  SERVICE_PROVEN,
  DEBTORS_VISITED,
  DEBTORS_ABROAD_CALLED,
] as const satisfies readonly MetricDefinition[];

/** The name of a metric in the API. */
export type MetricKey = (typeof ALL)[number]['key'];

/** A definition under the name that it stands for. */
export type Metric = MetricDefinition & { readonly key: MetricKey };

export const METRICS: readonly Metric[] = ALL;

const BY_KEY = new Map<MetricKey, Metric>(METRICS.map((metric) => [metric.key, metric]));

/** The definition of a metric. */
export function metricOf(key: MetricKey): Metric {
  const metric = BY_KEY.get(key);
  if (!metric) throw new Error(`No metric ${key}.`);
  return metric;
}
