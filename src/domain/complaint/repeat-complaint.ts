/** Within how many days of an earlier one of the household, of the same category, a complaint is a repeat. @rule M-CMP-11 */
export const REPEAT_DAYS = 30;

/** What makes a complaint a repeat of another, or another a repeat of it, or no longer. */
const COUNTING = ['COMPLAINT_LODGED', 'COMPLAINT_CANCELLED', 'RECATEGORIZED', 'MERGED', 'UNMERGED'];

/** Whether something that happened to a complaint may change which complaints of its household are repeats. @rule M-CMP-11 */
export const changesRepeats = (type: string): boolean => COUNTING.includes(type);
