/** AWAITED: its bytes have not come yet. READY: they are here. REMOVED: kept no longer; the row and its hash stay. */
export const ATTACHMENT_STATES = ['AWAITED', 'READY', 'REMOVED'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];
