/** How a customer says whether a price is agreed to: a resident in the app, everybody else to a member of staff. @rule R-DSP-13 */
export const CONSENT_MODES = ['APP', 'IN_WRITING', 'TELEPHONE', 'FACE_TO_FACE', 'MESSAGE'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

/** Whether nothing but the word of a member of staff shows it. */
export const isByWord = (mode: ConsentMode): boolean => mode !== 'APP' && mode !== 'IN_WRITING';
