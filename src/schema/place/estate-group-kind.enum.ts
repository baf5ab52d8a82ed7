import { registerEnumType } from 'type-graphql';
import { ESTATE_GROUP_KINDS, type EstateGroupKind } from '../../domain/place/estate-group-kind.js';

/** The GraphQL enum of EstateGroupKind. */
export const EstateGroupKindEnum = Object.fromEntries(ESTATE_GROUP_KINDS.map((value) => [value, value])) as {
  [V in EstateGroupKind]: V;
};

registerEnumType(EstateGroupKindEnum, {
  name: 'EstateGroupKind',
  description: 'What the estates of a group have in common.',
  valuesConfig: {
    REGION: { description: 'A region of the company.' },
    CITY: { description: 'A city.' },
    TYPE: { description: 'A type of property.' },
    DELIVERY_YEAR: { description: 'A year of delivery.' },
    OTHER: { description: 'Anything else that the company groups by.' },
  },
});
