import { registerEnumType } from 'type-graphql';
import { ATTACHMENT_KINDS, type AttachmentKind } from '../../domain/attachment/attachment-kind.js';

/** The GraphQL enum of AttachmentKind. */
export const AttachmentKindEnum = Object.fromEntries(ATTACHMENT_KINDS.map((value) => [value, value])) as {
  [V in AttachmentKind]: V;
};

registerEnumType(AttachmentKindEnum, {
  name: 'AttachmentKind',
  description:
    'What is attached; decides which types and sizes are taken, who may open it, and how long it is kept (Q-24).',
  valuesConfig: {
    PHOTO: { description: 'A photo: JPEG, PNG or WebP, at most 20 MiB; kept 5 years.' },
    SCAN: {
      description:
        'A scanned or photographed paper: an image or PDF, at most 20 MiB; opens with `customer.unmask`; kept 5 years.',
    },
    SIGNATURE: {
      description: 'A drawn signature: PNG or JPEG, at most 1 MiB; opens with `customer.unmask`; kept 5 years.',
    },
    RECORDING: {
      description:
        'A recorded call: MP3, M4A, WAV, Ogg, WebM or AMR, at most 50 MiB; never for residents; opens with `recording.hear` (Q-23).',
    },
    COURIER_SLIP: {
      description:
        "A courier's or post office's slip: an image or PDF, at most 20 MiB; never for residents; opens with `customer.unmask`.",
    },
  },
});
