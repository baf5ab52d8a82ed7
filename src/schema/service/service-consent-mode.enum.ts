import { registerEnumType } from 'type-graphql';
import { CONSENT_MODES } from '../../domain/service/service-terms.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ServiceConsentMode. */
export const ServiceConsentModeEnum = enumOf(CONSENT_MODES);

registerEnumType(ServiceConsentModeEnum, {
  name: 'ServiceConsentMode',
  description: 'How the customer agreed to a price, or did not.',
  valuesConfig: {
    TELEPHONE: { description: 'By telephone.' },
    FACE_TO_FACE: { description: 'Face to face.' },
    IN_WRITING: { description: 'In writing.' },
    MESSAGE: { description: 'By a message.' },
    APP: { description: 'The resident, in the app.' },
  },
});
