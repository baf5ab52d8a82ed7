import { stageAfter, type LifeStep } from '../life-cycle.js';

/**
 * Where a report stands. DRAFT: its figures are drawn, and its words are written. SUBMITTED: it is to be decided on.
 * RETURNED: it came back with a reason, and is written again. APPROVED: it stands as it is.
 */
export const REPORT_STAGES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

/** What can be done to a report. */
export const REPORT_VERBS = ['draft', 'write', 'submit', 'return', 'approve'] as const;
export type ReportVerb = (typeof REPORT_VERBS)[number];

/** What was decided on a submission. */
export const REPORT_DECISIONS = ['RETURNED', 'APPROVED'] as const;
export type ReportDecision = (typeof REPORT_DECISIONS)[number];

const RULE = 'R-RPT-21';

/** The life of a report; `write` leaves it where it is. @rule R-RPT-21 */
export const REPORT_LIFE: readonly LifeStep<ReportVerb, ReportStage>[] = [
  { verb: 'draft', from: [null], to: 'DRAFT', rule: RULE },
  { verb: 'write', from: ['DRAFT'], to: 'DRAFT', rule: RULE },
  { verb: 'write', from: ['RETURNED'], to: 'RETURNED', rule: RULE },
  { verb: 'submit', from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', rule: RULE },
  { verb: 'return', from: ['SUBMITTED'], to: 'RETURNED', rule: RULE },
  { verb: 'approve', from: ['SUBMITTED'], to: 'APPROVED', rule: RULE },
];

/**
 * The stage that a verb leads a report to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextReportStage = (verb: ReportVerb, stage: ReportStage | null): ReportStage =>
  stageAfter(REPORT_LIFE, 'A report', verb, stage);
