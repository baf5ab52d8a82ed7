import { registerEnumType } from 'type-graphql';

/** What kind of principal has signed in. */
export const PrincipalKindEnum = { STAFF: 'STAFF', RESIDENT: 'RESIDENT', INTEGRATION: 'INTEGRATION' } as const;

registerEnumType(PrincipalKindEnum, {
  name: 'PrincipalKind',
  description: 'What kind of principal has signed in.',
  valuesConfig: {
    STAFF: { description: "A member of the company's staff." },
    RESIDENT: { description: 'A customer, within the own occupancies (D-30).' },
    INTEGRATION: { description: 'Another system of the company.' },
  },
});
