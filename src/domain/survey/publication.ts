/** Working days from the analysis within which the result is published. @rule R-SAT-05 @rule R-LTM-21 @rule R-RPT-11 */
export const PUBLISH_WORKING_DAYS = 5;
