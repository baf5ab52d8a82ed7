import { registerEnumType } from 'type-graphql';
import { CALLBACK_FLAWS, type CallbackFlaw } from '../../domain/callback/callback-flaw.js';

/** The GraphQL enum of CallbackFlaw. */
export const CallbackFlawEnum = Object.fromEntries(CALLBACK_FLAWS.map((value) => [value, value])) as {
  [V in CallbackFlaw]: V;
};

registerEnumType(CallbackFlawEnum, {
  name: 'CallbackFlaw',
  description: 'Why a call that took place is not the callback that is owed.',
  valuesConfig: {
    EARLY: { description: 'Before the order was back (R-RPR-13), or the complaint was answered.' },
    OTHER_MODE: { description: 'By telephone, where the class of the complaint demands a visit (R-CMP-11).' },
    OTHER_POST: { description: 'By another post than the class of the complaint demands (R-CMP-11, R-CMP-13).' },
  },
});
