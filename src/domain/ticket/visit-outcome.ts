/** Why an order is carried over: every end of a visit that leaves the work unfinished. @rule R-RPR-16 @rule D-05 */
export const UNFINISHED_OUTCOMES = [
  'NOT_FINISHED',
  'NO_ACCESS',
  'PARTS_AWAITED',
  'QUOTE_NEEDED',
  'OUT_OF_SCOPE',
  'PASSED_TO_DEVELOPER',
] as const;
export type UnfinishedOutcome = (typeof UNFINISHED_OUTCOMES)[number];

/** How a visit to the site ended. Only FIXED is the end of the work. @rule D-05 */
export const VISIT_OUTCOMES = ['FIXED', ...UNFINISHED_OUTCOMES] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];
