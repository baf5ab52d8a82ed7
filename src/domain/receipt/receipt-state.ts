/** What may become of a number: a voucher that stands, one that was taken back, or paper that never was one. */
export const RECEIPT_STATES = ['ISSUED', 'CANCELLED', 'SPOILED', 'RED_LETTERED'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** Why a voucher was taken back. */
export const CANCEL_REASONS = ['WRONG_AMOUNT', 'WRONG_BUYER', 'EXCHANGED', 'PAYMENT_REVERSED', 'OTHER'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Why paper was never a voucher. */
export const SPOIL_REASONS = ['MISPRINTED', 'TORN', 'LOST', 'MISSING_IN_BOOK'] as const;
export type SpoilReason = (typeof SPOIL_REASONS)[number];
