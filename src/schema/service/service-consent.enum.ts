import { registerEnumType } from 'type-graphql';
import { CONSENTS } from '../../domain/service/service-terms.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ServiceConsent. */
export const ServiceConsentEnum = enumOf(CONSENTS);

registerEnumType(ServiceConsentEnum, {
  name: 'ServiceConsent',
  description: 'What the customer said to the price of a service (R-DSP-13).',
  valuesConfig: {
    GIVEN: { description: 'The customer agrees to it.' },
    REFUSED: { description: 'The customer does not.' },
  },
});
