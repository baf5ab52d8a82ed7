/** What a deposit secures. */
export const DEPOSIT_KINDS = ['RENOVATION', 'CONTRACTOR', 'PASS', 'KEY', 'CARD', 'OTHER'] as const;
export type DepositKind = (typeof DEPOSIT_KINDS)[number];

/** Why something is kept back of it. */
export const DEDUCTION_REASONS = ['BREACH', 'DAMAGE', 'LOSS', 'CLEANING', 'UNPAID', 'OTHER'] as const;
export type DeductionReason = (typeof DEDUCTION_REASONS)[number];

/** Where the voucher of the collection is when the money is given back. */
export const ORIGINAL_RECEIPTS = ['RETURNED', 'DECLARED_LOST'] as const;
export type OriginalReceipt = (typeof ORIGINAL_RECEIPTS)[number];
