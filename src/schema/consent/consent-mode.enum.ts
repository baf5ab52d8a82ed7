import { registerEnumType } from 'type-graphql';
import { CONSENT_MODES } from '../../domain/consent/consent-mode.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ConsentMode. */
export const ConsentModeEnum = enumOf(CONSENT_MODES);

registerEnumType(ConsentModeEnum, {
  name: 'ConsentMode',
  description: 'How a customer has said whether a price is agreed to (R-DSP-13).',
  valuesConfig: {
    APP: { description: 'The resident, in the app.' },
    IN_WRITING: { description: 'In writing, or by signature, drawn or on paper.' },
    TELEPHONE: { description: 'By telephone, to a member of staff.' },
    FACE_TO_FACE: { description: 'Face to face, to a member of staff.' },
    MESSAGE: { description: 'By a message to a member of staff.' },
  },
});
