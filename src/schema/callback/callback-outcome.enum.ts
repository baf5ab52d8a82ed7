import { registerEnumType } from 'type-graphql';
import { CALLBACK_OUTCOMES, type CallbackOutcome } from '../../domain/callback/callback-answer.js';

/** The GraphQL enum of CallbackOutcome. */
export const CallbackOutcomeEnum = Object.fromEntries(CALLBACK_OUTCOMES.map((value) => [value, value])) as {
  [V in CallbackOutcome]: V;
};

registerEnumType(CallbackOutcomeEnum, {
  name: 'CallbackOutcome',
  description: 'How a try to call a customer back ended (D-12).',
  valuesConfig: {
    REACHED: { description: 'The customer was reached and has answered.' },
    NOT_REACHED: { description: 'Nobody was reached.' },
    WRONG_NUMBER: { description: 'Somebody else was reached; a try in vain.' },
    REFUSED: { description: 'The customer wants no callback.' },
  },
});
