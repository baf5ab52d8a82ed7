/** Working days in which a report is decided on, as a summary of visits is. @rule R-VIS-20 */
export const REVIEW_WORKING_DAYS = 2;
