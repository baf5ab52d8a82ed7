import { registerEnumType } from 'type-graphql';
import { CALLBACK_MODES, type CallbackMode } from '../../domain/callback/callback-answer.js';

/** The GraphQL enum of CallbackMode. */
export const CallbackModeEnum = Object.fromEntries(CALLBACK_MODES.map((value) => [value, value])) as {
  [V in CallbackMode]: V;
};

registerEnumType(CallbackModeEnum, {
  name: 'CallbackMode',
  description: 'How a customer was called back (R-RPR-25).',
  valuesConfig: {
    TELEPHONE: { description: 'By telephone.' },
    FACE_TO_FACE: { description: 'By a visit of the steward or assistant.' },
  },
});
