/** How the customer was answered. @rule R-CMP-15 */
export const REPLY_MODES = ['TELEPHONE', 'FACE_TO_FACE', 'IN_WRITING', 'MESSAGE'] as const;
export type ReplyMode = (typeof REPLY_MODES)[number];
