import { registerEnumType } from 'type-graphql';
import { ACTION_STAGES } from '../../domain/corrective-action/action-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ActionStage. */
export const CorrectiveActionStageEnum = enumOf(ACTION_STAGES);

registerEnumType(CorrectiveActionStageEnum, {
  name: 'CorrectiveActionStage',
  description: 'Where a corrective action stands.',
  valuesConfig: {
    RAISED: { description: 'Somebody says what is wrong; nothing is decided yet.' },
    PLANNED: { description: 'Cause, measure, owner and due day are decided, and it is owed (R-CMP-20).' },
    DONE: { description: 'Its owner says that it is done.' },
    VERIFIED: { description: 'Somebody else has seen that it holds (R-ORG-25, R-ORG-68).' },
    CANCELLED: { description: 'A superior has called it off, with a reason.' },
  },
});
