import { registerEnumType } from 'type-graphql';
import { SCHEDULE_REASONS } from '../../domain/ticket/appointment.js';
import { UNFINISHED_OUTCOMES, VISIT_OUTCOMES } from '../../domain/ticket/visit-outcome.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ScheduleReason. */
export const ScheduleReasonEnum = enumOf(SCHEDULE_REASONS);
registerEnumType(ScheduleReasonEnum, {
  name: 'ScheduleReason',
  description: 'Why another time was agreed (R-RPR-10).',
  valuesConfig: {
    TECHNICIANS_SHORT: { description: 'Too few technicians.' },
    CUSTOMER_OUT: { description: 'The customer is out.' },
    CUSTOMER_WISH: { description: 'The customer wished another time.' },
    CONTINUATION: { description: 'Work that was left unfinished goes on then (D-05).' },
  },
});

const UNFINISHED = {
  NOT_FINISHED: { description: 'The work goes on another time (R-RPR-16).' },
  NO_ACCESS: { description: 'Nobody let the technician in.' },
  PARTS_AWAITED: { description: 'Parts have to come first.' },
  QUOTE_NEEDED: { description: 'The customer has to be quoted a price first (R-DSP-13).' },
  OUT_OF_SCOPE: { description: 'It is not ours to do (R-DSP-12).' },
  PASSED_TO_DEVELOPER: { description: "It is the developer's to do, under warranty (保修)." },
};

/** The GraphQL enum of VisitOutcome. */
export const VisitOutcomeEnum = enumOf(VISIT_OUTCOMES);
registerEnumType(VisitOutcomeEnum, {
  name: 'VisitOutcome',
  description: 'How a visit to the site ended (D-05).',
  valuesConfig: { FIXED: { description: 'The work is done.' }, ...UNFINISHED },
});

/** The GraphQL enum of UnfinishedOutcome. */
export const UnfinishedOutcomeEnum = enumOf(UNFINISHED_OUTCOMES);
registerEnumType(UnfinishedOutcomeEnum, {
  name: 'UnfinishedOutcome',
  description: 'How a visit ended whose work is not done (D-05, R-RPR-16).',
  valuesConfig: UNFINISHED,
});
