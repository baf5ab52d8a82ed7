import { registerEnumType } from 'type-graphql';
import { OBLIGATION_KINDS, type ObligationKind } from '../../domain/obligation/obligation-kind.js';

/** The GraphQL enum of ObligationKind. */
export const ObligationKindEnum = Object.fromEntries(OBLIGATION_KINDS.map((value) => [value, value])) as {
  [V in ObligationKind]: V;
};

registerEnumType(ObligationKindEnum, {
  name: 'ObligationKind',
  description: 'What somebody owes by a time.',
  valuesConfig: {
    CALLBACK: { description: 'To call the customer back (R-RPR-15, R-CBK-01).' },
    CARE_CHECK: { description: "The steward's check of a care mark (R-ORG-34, D-15)." },
    OWNER_VISIT: { description: "A visit of the month's quota (R-VIS-05)." },
    VISIT_RECORD: { description: 'The record of a visit, handed in the day after (R-VIS-17).' },
    VISIT_SUMMARY: { description: "Last month's summary of visits (R-VIS-19)." },
    VISIT_FEEDBACK: {
      description: 'To speak with a customer again, in person, about what was said on a visit (R-VIS-14).',
    },
    SURVEY_ISSUE: { description: 'To hand out the forms of a survey round on schedule (R-SAT-02).' },
    SURVEY_PUBLICATION: {
      description: 'To publish the result of a survey round within five working days of its analysis (R-SAT-05).',
    },
    HANDOVER_CONFIRMATION: { description: 'The handover of what was banked directly, made up afterwards (R-CSH-02).' },
    VISIT_SPOT_CHECK: { description: "The quarter's spot-check of visits (R-VIS-25)." },
    VISIT_REPORT: { description: "The quarter's report of visits to the estate manager (R-VIS-29)." },
    CORRECTIVE_ACTION: { description: 'To carry out a corrective or preventive action by its due day (R-CMP-20).' },
    CORRECTIVE_ACTION_CHECK: {
      description: 'To look whether what was put right holds, within five working days (R-ORG-25, R-ORG-68).',
    },
    SUMMARY_REVIEW: { description: 'The approval of that summary (R-VIS-20).' },
    COMPLAINT_REPLY: { description: 'A reply that was promised to the customer (R-CMP-24).' },
    JUDGEMENT: { description: 'Whether a complaint is substantiated (D-06).' },
    NOTICE_DELIVERY: { description: 'To post a notice (R-NTC-18).' },
    NOTICE_WITHDRAWAL: { description: 'To withdraw a notice on its last day (R-NTC-19).' },
    REPAIR_ANALYSIS: { description: "The analysis of last month's repairs (R-RPR-20)." },
    STAFF_REPLY: { description: 'An answer to a suggestion or appeal of staff (R-APP-02).' },
    ESCALATION_ANSWER: { description: "Head office's answer to an escalation (R-ESC-03)." },
    LIAISON_ANSWER: { description: "Head office's answer to a work liaison letter (R-ESC-03, Q-27)." },
    COMPLAINT_SUMMARY: { description: "The front desk's summary of last month's complaints (R-CMP-19)." },
    COMPLAINT_COLLATION: { description: "The collation of last month's complaint forms (R-CMP-18)." },
    COMPLAINT_ANALYSIS: { description: "The analysis of last month's complaints (R-CMP-31)." },
    LEADERS_ANALYSIS: { description: "The analysis of last month's feedback for the company's leaders (R-ESC-06)." },
    OWNERS_REPORT: { description: 'The report on the service of half a year to the owners (R-VIS-30).' },
    REPORT_REVIEW: { description: 'The decision on a report that was handed in (R-ORG-68).' },
    LIAISON_FEEDBACK: { description: 'To tell the owner what head office answered (R-ORG-17).' },
    CASH_HANDOVER: { description: "The handover of the day's cash (R-CSH-01)." },
    DEVELOPER_PART: { description: "The developer's part of a repair, which the desk chases (D-05)." },
    DUNNING_CALL: { description: 'To telephone a debtor who resides abroad (R-DUN-02).' },
    DUNNING_VISIT: { description: 'To visit a debtor two months after the deadline (R-DUN-04).' },
    PAYMENT_NOTICE_ROUND: { description: 'To bring the payment notices of a collection month (R-FEE-03, R-NTC-12).' },
    LETTER_SERVICE: { description: 'To serve a lawyer’s letter that was sent (D-09).' },
    DEPOSIT_REFUND: { description: 'The refund of a deposit (R-DEP-02).' },
  },
});
