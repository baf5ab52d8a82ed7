import { registerEnumType } from 'type-graphql';
import { OBLIGATION_STATES, type ObligationState } from '../../domain/obligation/obligation-state.js';

/** The GraphQL enum of ObligationState. */
export const ObligationStateEnum = Object.fromEntries(OBLIGATION_STATES.map((value) => [value, value])) as {
  [V in ObligationState]: V;
};

registerEnumType(ObligationStateEnum, {
  name: 'ObligationState',
  description: 'How an obligation stands.',
  valuesConfig: {
    OPEN: { description: 'Owed, and not due yet.' },
    MISSED: { description: 'The due instant passed, and it is still owed.' },
    FULFILLED: { description: 'Done in time.' },
    FULFILLED_LATE: { description: 'Done after it was due.' },
    WAIVED: { description: 'Somebody else than the owner has let the owner off it, with a reason (R-ORG-68).' },
    LAPSED: { description: 'What it was owed for is gone.' },
  },
});
