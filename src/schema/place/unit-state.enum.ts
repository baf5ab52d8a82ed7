import { registerEnumType } from 'type-graphql';
import { UNIT_STATES, type UnitStateKind } from '../../domain/place/unit-state.js';

/** The GraphQL enum of UnitStateKind. */
export const UnitStateEnum = Object.fromEntries(UNIT_STATES.map((value) => [value, value])) as {
  [V in UnitStateKind]: V;
};

registerEnumType(UnitStateEnum, {
  name: 'UnitState',
  description: 'The state of a unit on a day (D-28).',
  valuesConfig: {
    NOT_TAKEN_OVER: { description: 'The owner has not taken it over from the developer.' },
    VACANT: { description: 'Taken over, nobody lives or works in it.' },
    OWNER_OCCUPIED: { description: 'The owner lives or works in it.' },
    LET: { description: 'A tenant lives or works in it.' },
  },
});
