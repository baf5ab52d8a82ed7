import { registerEnumType } from 'type-graphql';
import { ATTACHMENT_PURPOSES, type AttachmentPurpose } from '../../domain/attachment/attachment-purpose.js';

/** The GraphQL enum of AttachmentPurpose. */
export const AttachmentPurposeEnum = Object.fromEntries(ATTACHMENT_PURPOSES.map((value) => [value, value])) as {
  [V in AttachmentPurpose]: V;
};

registerEnumType(AttachmentPurposeEnum, {
  name: 'AttachmentPurpose',
  description: 'What an attachment shows.',
  valuesConfig: {
    REPORTED: { description: 'What somebody reports.' },
    BEFORE: { description: 'How it was before the work.' },
    AFTER: { description: 'How it is after the work.' },
    SIGNATURE: { description: 'That somebody has signed: the drawn signature, or the signed paper.' },
    EVIDENCE: { description: 'Proof of something else, such as a call or a delivery.' },
  },
});
