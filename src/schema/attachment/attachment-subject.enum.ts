import { registerEnumType } from 'type-graphql';
import { ATTACHMENT_SUBJECTS, type AttachmentSubject } from '../../domain/attachment/attachment-subject.js';

/** The GraphQL enum of AttachmentSubject. */
export const AttachmentSubjectEnum = Object.fromEntries(ATTACHMENT_SUBJECTS.map((value) => [value, value])) as {
  [V in AttachmentSubject]: V;
};

registerEnumType(AttachmentSubjectEnum, {
  name: 'AttachmentSubject',
  description: 'What attachments may belong to.',
  valuesConfig: {
    TICKET: { description: 'A ticket of any kind.' },
    DUNNING_CASE: { description: 'A dunning case: what proves its steps and services (R-DUN-12).' },
    METER_READING: { description: 'A reading of a meter: the picture of what it showed (R-FEE-07).' },
    PAYMENT_NOTICE: {
      description: 'A payment notice: what was signed for it, a photo of where it was left (R-DUN-12).',
    },
  },
});
