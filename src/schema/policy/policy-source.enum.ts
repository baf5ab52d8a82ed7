import { registerEnumType } from 'type-graphql';

const POLICY_SOURCES = ['DEFAULT', 'COMPANY', 'ESTATE'] as const;
type PolicySource = (typeof POLICY_SOURCES)[number];

/** The GraphQL enum of the side that a policy's value comes from. */
export const PolicySourceEnum = Object.fromEntries(POLICY_SOURCES.map((value) => [value, value])) as {
  [V in PolicySource]: V;
};

registerEnumType(PolicySourceEnum, {
  name: 'PolicySource',
  description: "Where a policy's value comes from.",
  valuesConfig: {
    DEFAULT: { description: 'The product: nobody has set anything.' },
    COMPANY: { description: 'The company has set it for all its estates.' },
    ESTATE: { description: 'The estate has set it for itself.' },
  },
});
