import { registerEnumType } from 'type-graphql';
import { SUMMARY_STAGES } from '../../domain/owner-visit/visit-summary.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SummaryStage. */
export const VisitSummaryStageEnum = enumOf(SUMMARY_STAGES);

registerEnumType(VisitSummaryStageEnum, {
  name: 'VisitSummaryStage',
  description: 'Where a summary of visits stands.',
  valuesConfig: {
    SUBMITTED: { description: 'Handed in, and to be decided on.' },
    APPROVED: { description: 'Approved, with measures (R-VIS-20).' },
  },
});
