import { registerEnumType } from 'type-graphql';
import { QUEUE_REASONS } from '../../domain/queue/queue-reason.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of QueueReason. */
export const QueueReasonEnum = enumOf(QUEUE_REASONS);

registerEnumType(QueueReasonEnum, {
  name: 'QueueReason',
  description: 'Why something waits for the viewer.',
  valuesConfig: {
    IN_CHARGE: { description: 'A ticket that the viewer is in charge of, until it is closed (R-RPR-02).' },
    IN_CREW: { description: 'A repair on whose present or next visit the viewer helps (R-ORG-65).' },
    TO_ACCEPT: { description: 'A repair forwarded to Engineering that nobody has accepted (R-RPR-05).' },
    TO_ASSIGN: {
      description: "A ticket that nobody is in charge of, of the viewer's department or of none (R-DSP-09).",
    },
    CONTACT: { description: 'An entry of the contact log that was escalated to the viewer (R-REC-12).' },
    APPROVAL: { description: 'An approval whose step the viewer decides, also as a deputy (R-ORG-68, Q-43).' },
    OBLIGATION: { description: "What the viewer, or the viewer's post, owes." },
  },
});
