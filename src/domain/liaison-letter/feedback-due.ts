/** Working days in which the owner hears of an answer. The manuals name no time (inferred). @rule R-ORG-17 */
export const FEEDBACK_WORKING_DAYS = 2;
