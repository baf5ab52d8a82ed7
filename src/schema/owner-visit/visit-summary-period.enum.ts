import { registerEnumType } from 'type-graphql';
import { SUMMARY_PERIODS } from '../../domain/owner-visit/visit-summary.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SummaryPeriod. */
export const VisitSummaryPeriodEnum = enumOf(SUMMARY_PERIODS);

registerEnumType(VisitSummaryPeriodEnum, {
  name: 'VisitSummaryPeriod',
  description: 'What a summary of visits is about.',
  valuesConfig: {
    MONTH: { description: 'A month, for the service centre manager (R-VIS-19).' },
    QUARTER: { description: 'A quarter, for the estate manager (R-VIS-29).' },
  },
});
