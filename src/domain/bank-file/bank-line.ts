import type { RejectReason } from '../import/reject-reason.js';
import type { PaymentMethod } from '../ledger/payment-method.js';

/**
 * What has become of money that a bank or channel reports: waits to be booked; booked as a payment; the same as a payment
 * that somebody had recorded; in suspense until a person settles it; given back.
 */
export const BANK_LINE_STATES = ['WAITING', 'BOOKED', 'KNOWN', 'SUSPENDED', 'RETURNED'] as const;
export type BankLineState = (typeof BANK_LINE_STATES)[number];

/** Why money is in suspense. */
export const SUSPENSE_REASONS = [
  'NO_REFERENCE',
  'UNKNOWN_REFERENCE',
  'AMBIGUOUS_REFERENCE',
  'NO_PAYER',
  'OTHER_PAYMENT',
] as const;
export type SuspenseReason = (typeof SUSPENSE_REASONS)[number];

/** Why money was given back. */
export const RETURN_REASONS = ['NOT_OURS', 'PAID_TWICE', 'WISHED_BY_PAYER', 'OTHER'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** How money comes that files report: notes and cheques come to the desk, what is withheld has files of its own. */
export const FILED_METHODS = ['TRANSFER', 'POS', 'WECHAT', 'ALIPAY'] as const satisfies readonly PaymentMethod[];
export type FiledMethod = (typeof FILED_METHODS)[number];

/** How money comes that stands in suspense: what banks withhold without being asked so is among it. */
export const REPORTED_METHODS = [...FILED_METHODS, 'BANK_WITHHOLDING'] as const satisfies readonly PaymentMethod[];
export type ReportedMethod = (typeof REPORTED_METHODS)[number];

/** Where a file stands. */
export const BANK_FILE_STAGES = ['BOOKING', 'DONE'] as const;
export type BankFileStage = (typeof BANK_FILE_STAGES)[number];

/** Why a line of a file is not taken. */
export const BANK_LINE_FLAWS = [
  'COLUMN_COUNT',
  'BROKEN_QUOTE',
  'INVALID_ENCODING',
  'RECORD_TOO_LONG',
  'CONTROL_CHARACTER',
  'TOO_LONG',
  'NO_REFERENCE',
  'UNREADABLE_NUMBER',
  'UNREADABLE_DATE',
  'IMPOSSIBLE_TIME',
  'UNKNOWN_VALUE',
  'DUPLICATE_IN_FILE',
] as const satisfies readonly RejectReason[];
export type BankLineFlaw = (typeof BANK_LINE_FLAWS)[number];
