/** One kind of thing that somebody owes by a time. */
interface ObligationKindDefinition {
  /** The rule that makes it owed. */
  readonly rule: string;
  /** The mutation that alone fulfils it; null where it is said to be done. */
  readonly fulfilledBy: string | null;
}

const said = (rule: string): ObligationKindDefinition => ({ rule, fulfilledBy: null });

/** Everything that somebody owes by a time. What has a desk of its own is fulfilled there and nowhere else. */
const KINDS = {
  CALLBACK: { rule: 'R-RPR-15', fulfilledBy: 'recordCallback' },
  CARE_CHECK: { rule: 'R-ORG-34', fulfilledBy: 'recordCareCheck' },
  OWNER_VISIT: { rule: 'R-VIS-05', fulfilledBy: 'recordVisit' },
  VISIT_RECORD: { rule: 'R-VIS-17', fulfilledBy: 'submitVisitRecord' },
  VISIT_SUMMARY: { rule: 'R-VIS-19', fulfilledBy: 'submitVisitSummary' },
  SUMMARY_REVIEW: { rule: 'R-VIS-20', fulfilledBy: 'approveVisitSummary' },
  COMPLAINT_REPLY: { rule: 'R-CMP-24', fulfilledBy: 'replyToComplaint' },
  JUDGEMENT: { rule: 'D-06', fulfilledBy: 'judgeComplaint' },
  NOTICE_DELIVERY: said('R-NTC-18'),
  NOTICE_WITHDRAWAL: said('R-NTC-19'),
  REPAIR_ANALYSIS: { rule: 'R-RPR-20', fulfilledBy: 'submitReport' },
  STAFF_REPLY: said('R-APP-02'),
  ESCALATION_ANSWER: said('R-ESC-03'),
  CASH_HANDOVER: { rule: 'R-CSH-01', fulfilledBy: 'fillHandoverSheet' },
  DEPOSIT_REFUND: { rule: 'R-DEP-02', fulfilledBy: 'refundDeposit' },
  DEVELOPER_PART: { rule: 'D-05', fulfilledBy: 'recordDeveloperWork' },
  VISIT_FEEDBACK: { rule: 'R-VIS-14', fulfilledBy: 'giveVisitFeedback' },
  VISIT_REPORT: { rule: 'R-VIS-29', fulfilledBy: 'submitVisitSummary' },
  VISIT_SPOT_CHECK: { rule: 'R-VIS-25', fulfilledBy: 'checkVisit' },
  CORRECTIVE_ACTION: { rule: 'R-CMP-20', fulfilledBy: 'reportCorrectiveActionDone' },
  SURVEY_ISSUE: { rule: 'R-SAT-02', fulfilledBy: 'issueSurvey' },
  SURVEY_PUBLICATION: { rule: 'R-SAT-05', fulfilledBy: 'publishSurvey' },
  HANDOVER_CONFIRMATION: { rule: 'R-CSH-02', fulfilledBy: 'confirmHandover' },
  DUNNING_CALL: { rule: 'R-DUN-02', fulfilledBy: 'recordDunningStep' },
  DUNNING_VISIT: { rule: 'R-DUN-04', fulfilledBy: 'recordDunningStep' },
  LETTER_SERVICE: { rule: 'D-09', fulfilledBy: 'recordService' },
  CORRECTIVE_ACTION_CHECK: { rule: 'R-ORG-25', fulfilledBy: 'verifyCorrectiveAction' },
  PAYMENT_NOTICE_ROUND: { rule: 'R-FEE-03', fulfilledBy: 'recordNoticeDelivery' },
  LIAISON_ANSWER: { rule: 'R-ESC-03', fulfilledBy: 'answerLiaisonLetter' },
  LIAISON_FEEDBACK: { rule: 'R-ORG-17', fulfilledBy: 'closeLiaisonLetter' },
  COMPLAINT_SUMMARY: { rule: 'R-CMP-19', fulfilledBy: 'submitReport' },
  COMPLAINT_COLLATION: { rule: 'R-CMP-18', fulfilledBy: 'submitReport' },
  COMPLAINT_ANALYSIS: { rule: 'R-CMP-31', fulfilledBy: 'submitReport' },
  LEADERS_ANALYSIS: { rule: 'R-ESC-06', fulfilledBy: 'submitReport' },
  OWNERS_REPORT: { rule: 'R-VIS-30', fulfilledBy: 'submitReport' },
  REPORT_REVIEW: { rule: 'R-RPT-21', fulfilledBy: 'approveReport' },
} as const satisfies Record<string, ObligationKindDefinition>;

export type ObligationKind = keyof typeof KINDS;
export const OBLIGATION_KINDS = Object.keys(KINDS) as [ObligationKind, ...ObligationKind[]];

/** The definition of a kind. */
export const obligationKind = (kind: ObligationKind): ObligationKindDefinition => KINDS[kind];

/** What is owed as a report on a period. @rule R-RPT-21 */
export const OWED_REPORTS: readonly ObligationKind[] = OBLIGATION_KINDS.filter(
  (kind) => KINDS[kind].fulfilledBy === 'submitReport',
);

/** What an obligation is about. */
export const OBLIGATION_SUBJECTS = [
  'COMPANY',
  'ESTATE',
  'UNIT',
  'CUSTOMER',
  'TICKET',
  'CARE_MARK',
  'OWNER_VISIT',
  'VISIT_MONTH',
  'VISIT_ITEM',
  'VISIT_SUMMARY',
  'CORRECTIVE_ACTION',
  'SURVEY_ROUND',
  'SURVEY_ESTATE',
  'HANDOVER_SHEET',
  'DEPOSIT',
  'DUNNING_CASE',
  'PAYMENT_NOTICE_RUN',
  'LIAISON_LETTER',
  'REPORT',
] as const;
export type ObligationSubject = (typeof OBLIGATION_SUBJECTS)[number];
