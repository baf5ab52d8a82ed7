import { registerEnumType } from 'type-graphql';
import { REPORT_KINDS } from '../../domain/report/report-kind.js';
import { REPORT_DECISIONS, REPORT_STAGES } from '../../domain/report/report-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReportKind. */
export const ReportKindEnum = enumOf(REPORT_KINDS);
registerEnumType(ReportKindEnum, {
  name: 'ReportKind',
  description: 'What a report of an estate is about, who owes it, and by when.',
  valuesConfig: {
    REPAIR_ANALYSIS: {
      description:
        "Analysis of a month's repairs, by the 1st of the next (P-06): supervisor to customer service manager and quality department (R-RPR-20).",
    },
    COMPLAINT_SUMMARY: {
      description:
        "Summary of a month's complaints, by the 5th (P-06b): front desk to customer service manager (R-CMP-19).",
    },
    COMPLAINT_COLLATION: {
      description:
        "Collation of a month's complaint forms, by the 5th (P-06b): customer service manager to estate manager (R-CMP-18).",
    },
    COMPLAINT_ANALYSIS: {
      description: "Analysis of a month's complaints, by the 5th: supervisor to estate manager (R-CMP-31, D-14).",
    },
    LEADERS_ANALYSIS: {
      description:
        "Analysis of a month's feedback for the leaders of the company, by the 8th: customer service manager, by way of the estate manager (R-ESC-06, R-RPT-20, D-14).",
    },
    OWNERS_REPORT: {
      description:
        'Report on the service of half a year to the owners, by the end of the month after: customer service manager to estate manager (R-VIS-30, D-14).',
    },
  },
});

/** The GraphQL enum of ReportStage. */
export const ReportStageEnum = enumOf(REPORT_STAGES);
registerEnumType(ReportStageEnum, {
  name: 'ReportStage',
  description: 'Where a report stands (R-RPT-21).',
  valuesConfig: {
    DRAFT: { description: 'Its figures are drawn, and its words are written.' },
    SUBMITTED: { description: 'Handed in, and to be decided on.' },
    RETURNED: { description: 'It came back with a reason, and is written again.' },
    APPROVED: { description: 'It stands as it is.' },
  },
});

/** The GraphQL enum of ReportDecision. */
export const ReportDecisionEnum = enumOf(REPORT_DECISIONS);
registerEnumType(ReportDecisionEnum, {
  name: 'ReportDecision',
  description: 'What was decided on a report that was handed in.',
  valuesConfig: {
    RETURNED: { description: 'It came back with a reason.' },
    APPROVED: { description: 'It stands.' },
  },
});
