/** What an attachment shows of its subject. */
export const ATTACHMENT_PURPOSES = ['REPORTED', 'BEFORE', 'AFTER', 'SIGNATURE', 'EVIDENCE'] as const;
export type AttachmentPurpose = (typeof ATTACHMENT_PURPOSES)[number];
