/** Why the time of a customer may stand still. Which of them a clock takes stands with its definition. @rule D-05 @rule D-27 */
export const PAUSE_REASONS = [
  'CUSTOMER_ABSENT',
  'NO_ACCESS',
  'PARTS_AWAITED',
  'CONSENT_AWAITED',
  'WITH_DEVELOPER',
  'WITH_SUPPLIER',
  'AUTHORITY',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
