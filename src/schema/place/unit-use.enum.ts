import { registerEnumType } from 'type-graphql';
import { UNIT_USES, type UnitUse } from '../../domain/place/unit-use.js';

/** The GraphQL enum of UnitUse. */
export const UnitUseEnum = Object.fromEntries(UNIT_USES.map((value) => [value, value])) as { [V in UnitUse]: V };

registerEnumType(UnitUseEnum, {
  name: 'UnitUse',
  description: 'What a unit is used as. Homes, shops and offices count as households; the others do not (D-28, Q-32).',
  valuesConfig: {
    RESIDENTIAL: { description: 'A home.' },
    SHOP: { description: 'A shop.' },
    OFFICE: { description: 'An office.' },
    PARKING: { description: 'A parking space.' },
    STORAGE: { description: 'A storage room.' },
    COMMON: { description: 'A common area of the building.' },
    OTHER: { description: 'Anything else.' },
  },
});
