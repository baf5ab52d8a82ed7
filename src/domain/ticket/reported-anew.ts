/** Within how many days of the work a repair of the household, in the same category, says that it did not hold. @rule M-RPR-10 */
export const REPORTED_ANEW_DAYS = 30;

/** What makes a repair the same fault as an earlier one, or no longer. */
const COUNTING = ['REPAIR_REPORTED', 'REPAIR_CANCELLED', 'RECATEGORIZED', 'MERGED', 'UNMERGED'];

/** Whether something that happened to a repair may change which earlier ones of its household did not hold. @rule M-RPR-10 */
export const changesEarlier = (type: string): boolean => COUNTING.includes(type);

/** Whether it makes the repair one of which later ones say whether it held. @rule M-RPR-10 */
export const becomesEarlier = (type: string): boolean => type === 'REPAIR_COMPLETED';
