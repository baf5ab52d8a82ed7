import { registerEnumType } from 'type-graphql';
import { VISIT_STAGES } from '../../domain/owner-visit/visit-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of VisitStage. */
export const VisitStageEnum = enumOf(VISIT_STAGES);

registerEnumType(VisitStageEnum, {
  name: 'VisitStage',
  description: 'Where a visit to a household stands.',
  valuesConfig: {
    SAMPLED: { description: 'Drawn, and to be agreed with the household (R-VIS-09).' },
    APPOINTED: { description: 'A time is agreed (R-VIS-10).' },
    RECORDED: { description: 'It took place and is written down (R-VIS-15).' },
    SUBMITTED: { description: 'The supervisor has the record (R-VIS-17).' },
    REVIEWED: { description: 'The supervisor has read it, and every item is on its way (R-VIS-18).' },
    DROPPED: { description: 'Nobody lives in the household any more.' },
  },
});
