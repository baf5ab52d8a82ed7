/** What a letter is about: a complaint, a repair, a summary of visits, or something else. @rule R-ESC-01 @rule R-VIS-20 */
export const LETTER_SOURCES = ['COMPLAINT', 'REPAIR', 'VISIT_SUMMARY', 'OTHER'] as const;
export type LetterSource = (typeof LETTER_SOURCES)[number];

/** How the owner was told of the answer. NOBODY: it concerns no owner by itself. @rule R-ORG-17 */
export const FEEDBACK_MODES = ['PHONE', 'IN_PERSON', 'WRITTEN', 'NOBODY'] as const;
export type FeedbackMode = (typeof FEEDBACK_MODES)[number];
