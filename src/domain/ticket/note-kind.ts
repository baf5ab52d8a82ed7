/** What a text on a ticket is. @rule R-CMP-26 @rule D-30 */
export const NOTE_KINDS = ['NOTE', 'INTERIM_REPLY', 'FINAL_REPLY', 'RECTIFICATION', 'DECISION', 'MEASURE'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What is said to the customer is for the customer's eyes; how it was put right and decided stays inside. */
export const isForCustomer = (kind: NoteKind): boolean => kind === 'INTERIM_REPLY' || kind === 'FINAL_REPLY';
