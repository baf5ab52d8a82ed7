import { registerEnumType } from 'type-graphql';
import { CUSTOMER_KINDS, type CustomerKind } from '../../domain/people/customer-kind.js';

/** The GraphQL enum of CustomerKind. */
export const CustomerKindEnum = Object.fromEntries(CUSTOMER_KINDS.map((value) => [value, value])) as {
  [V in CustomerKind]: V;
};

registerEnumType(CustomerKindEnum, {
  name: 'CustomerKind',
  description: 'Whether a customer is a natural person or a firm.',
  valuesConfig: {
    PERSON: { description: 'A natural person; the name is personal data.' },
    FIRM: { description: 'A firm; its name is not masked, its telephone is.' },
  },
});
