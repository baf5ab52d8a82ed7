import type { Action } from '../identity/action.js';
import type { Role } from '../identity/role.js';
import type { MetricKey } from '../metric/metrics.js';
import type { ObligationKind } from '../obligation/obligation-kind.js';

/** What reports of an estate are about, each owed for every period of its own. @rule D-14 */
export const REPORT_KINDS = [
  'REPAIR_ANALYSIS',
  'COMPLAINT_SUMMARY',
  'COMPLAINT_COLLATION',
  'COMPLAINT_ANALYSIS',
  'LEADERS_ANALYSIS',
  'OWNERS_REPORT',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The stretch of time that a report is about. */
export type ReportInterval = 'MONTH' | 'HALF_YEAR';

/** A kind of report: who owes it, who decides on it, and which figures it is drafted with. */
interface ReportKindDefinition {
  /** The rule that makes it owed. */
  readonly rule: string;
  readonly interval: ReportInterval;
  /** The post that owes it. */
  readonly author: Role;
  /** The post that it goes to. */
  readonly reviewer: Role;
  /** What whoever decides on it holds. */
  readonly decidedWith: Extract<Action, 'report.approve' | 'report.endorse'>;
  /** What is owed; done with the first submission. */
  readonly owed: ObligationKind;
  /** Nothing is owed for a period in which this figure is zero. @rule M-RPR-18 */
  readonly unlessNone: MetricKey | null;
  readonly figures: readonly MetricKey[];
}

const REPAIRS = [
  'REPAIRS_REPORTED',
  'REPAIRS_COMPLETED',
  'REPAIR_COMPLETION',
  'REPAIRS_UNCOMPLETED',
  'REPAIR_REWORK',
  'REPAIR_ACCEPTED_IN_TIME',
  'REPAIR_ARRIVED_IN_TIME',
  'EMERGENCY_ARRIVED_IN_TIME',
  'REPAIR_CALLED_BACK',
  'REPAIR_SATISFACTION',
  'REPAIR_SECONDS_TO_COMPLETE',
] as const satisfies readonly MetricKey[];
const COMPLAINTS = [
  'COMPLAINTS_RECEIVED',
  'COMPLAINT_FED_BACK_IN_TIME',
  'IMPORTANT_COMPLAINT_RECTIFIED_IN_TIME',
  'MAJOR_COMPLAINT_REPLIED_IN_TIME',
  'COMPLAINT_UNSOLVED_AFTER_A_MONTH',
  'COMPLAINT_SUBSTANTIATED',
  'PROMISED_REPLY_KEPT',
  'COMPLAINT_SATISFACTION',
] as const satisfies readonly MetricKey[];
const ANALYSED = [
  ...COMPLAINTS,
  'COMPLAINT_SECONDS_TO_RESOLVE',
  'IMPORTANT_COMPLAINT_CALLED_BACK',
  'MAJOR_COMPLAINT_CALLED_BACK',
  'CORRECTIVE_ACTION_IN_TIME',
] as const satisfies readonly MetricKey[];
const FEEDBACK = [
  'CONTACTS_RECEIVED',
  'CONTACT_CLOSED',
  'REPAIRS_REPORTED',
  'REPAIR_COMPLETION',
  'REPAIR_REWORK',
  'EMERGENCY_ARRIVED_IN_TIME',
  'REPAIR_SATISFACTION',
  'COMPLAINTS_RECEIVED',
  'COMPLAINT_FED_BACK_IN_TIME',
  'COMPLAINT_UNSOLVED_AFTER_A_MONTH',
  'COMPLAINT_SATISFACTION',
  'VISIT_QUOTA',
  'VISIT_SATISFACTION',
] as const satisfies readonly MetricKey[];

const KINDS: Readonly<Record<ReportKind, ReportKindDefinition>> = {
  REPAIR_ANALYSIS: {
    ...{ rule: 'R-RPR-20', interval: 'MONTH', author: 'SERVICE_SUPERVISOR', reviewer: 'SERVICE_MANAGER' },
    ...{ decidedWith: 'report.approve', owed: 'REPAIR_ANALYSIS', unlessNone: 'REPAIRS_REPORTED', figures: REPAIRS },
  },
  COMPLAINT_SUMMARY: {
    ...{ rule: 'R-CMP-19', interval: 'MONTH', author: 'FRONT_DESK', reviewer: 'SERVICE_MANAGER' },
    ...{ decidedWith: 'report.approve', owed: 'COMPLAINT_SUMMARY', unlessNone: null, figures: COMPLAINTS },
  },
  COMPLAINT_COLLATION: {
    ...{ rule: 'R-CMP-18', interval: 'MONTH', author: 'SERVICE_MANAGER', reviewer: 'ESTATE_MANAGER' },
    ...{ decidedWith: 'report.endorse', owed: 'COMPLAINT_COLLATION', unlessNone: null, figures: COMPLAINTS },
  },
  COMPLAINT_ANALYSIS: {
    ...{ rule: 'R-CMP-31', interval: 'MONTH', author: 'SERVICE_SUPERVISOR', reviewer: 'ESTATE_MANAGER' },
    ...{ decidedWith: 'report.endorse', owed: 'COMPLAINT_ANALYSIS', unlessNone: null, figures: ANALYSED },
  },
  LEADERS_ANALYSIS: {
    ...{ rule: 'R-ESC-06', interval: 'MONTH', author: 'SERVICE_MANAGER', reviewer: 'ESTATE_MANAGER' },
    ...{ decidedWith: 'report.endorse', owed: 'LEADERS_ANALYSIS', unlessNone: null },
    figures: [...FEEDBACK, 'FEE_COLLECTION', 'ESCALATIONS', 'CORRECTIVE_ACTION_IN_TIME'],
  },
  OWNERS_REPORT: {
    ...{ rule: 'R-VIS-30', interval: 'HALF_YEAR', author: 'SERVICE_MANAGER', reviewer: 'ESTATE_MANAGER' },
    ...{ decidedWith: 'report.endorse', owed: 'OWNERS_REPORT', unlessNone: null },
    figures: [...FEEDBACK, 'FEE_COLLECTION'],
  },
};

/** The definition of a kind. */
export const reportKind = (kind: ReportKind): ReportKindDefinition => KINDS[kind];
