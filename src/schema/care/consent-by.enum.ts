import { registerEnumType } from 'type-graphql';
import { CONSENT_BY, type ConsentBy } from '../../domain/care/care-kind.js';

/** The GraphQL enum of ConsentBy. */
export const ConsentByEnum = Object.fromEntries(CONSENT_BY.map((by) => [by, by])) as { [B in ConsentBy]: B };

registerEnumType(ConsentByEnum, {
  name: 'ConsentBy',
  description: 'Who has agreed that a care mark is kept (D-15).',
  valuesConfig: {
    CUSTOMER: { description: 'The person concerned.' },
    RELATIVE: { description: 'A relative of the person.' },
    GUARDIAN: { description: "The person's legal guardian." },
  },
});
