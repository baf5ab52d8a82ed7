/** Why a form did not reach a household. */
export const UNDELIVERABLE_REASONS = ['NOBODY_THERE', 'MOVED_AWAY', 'WRONG_ADDRESS', 'REFUSED', 'OTHER'] as const;
export type UndeliverableReason = (typeof UNDELIVERABLE_REASONS)[number];
