/** What attachments may hang on. */
export const ATTACHMENT_SUBJECTS = ['TICKET', 'DUNNING_CASE', 'METER_READING', 'PAYMENT_NOTICE'] as const;
export type AttachmentSubject = (typeof ATTACHMENT_SUBJECTS)[number];

/** Most attachments of one subject, those still awaited included. */
export const MOST_ATTACHMENTS = 100;
