import { registerEnumType } from 'type-graphql';

/** Who can have done something. */
export const ActorKindEnum = {
  STAFF: 'STAFF',
  RESIDENT: 'RESIDENT',
  INTEGRATION: 'INTEGRATION',
  SYSTEM: 'SYSTEM',
} as const;
export type ActorKind = keyof typeof ActorKindEnum;

registerEnumType(ActorKindEnum, {
  name: 'ActorKind',
  description: 'Who did something.',
  valuesConfig: {
    STAFF: { description: 'A member of staff.' },
    RESIDENT: { description: 'A resident, in the app.' },
    INTEGRATION: { description: 'Another program of the company.' },
    SYSTEM: { description: 'The product itself, by a rule.' },
  },
});
