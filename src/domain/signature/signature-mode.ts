/** How somebody has signed, or why not. */
export const SIGNATURE_MODES = ['PHONE', 'LINK', 'PAPER', 'ACCOUNT', 'REFUSED', 'ABSENT'] as const;
export type SignatureMode = (typeof SIGNATURE_MODES)[number];

/** Whether nobody has signed: recorded with its reason, and flagged. @rule D-05 */
export const isMissing = (mode: SignatureMode): boolean => mode === 'REFUSED' || mode === 'ABSENT';
