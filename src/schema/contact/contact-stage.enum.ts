import { registerEnumType } from 'type-graphql';
import { CONTACT_STAGES } from '../../domain/contact/contact-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ContactStage. */
export const ContactStageEnum = enumOf(CONTACT_STAGES);

registerEnumType(ContactStageEnum, {
  name: 'ContactStage',
  description: 'What became of an entry of the contact log.',
  valuesConfig: {
    LOGGED: { description: 'Written down; nobody has answered it yet (R-REC-01).' },
    ANSWERED: { description: "Answered within the desk's own authority (R-REC-11)." },
    ROUTED: { description: 'It became a ticket, or is about one (R-REC-08, R-REC-09).' },
    ESCALATED: { description: 'Passed on to a superior or a department (R-REC-12, R-DSP-11).' },
    CLOSED: { description: 'The result was fed back to the customer (R-DSP-04).' },
  },
});
