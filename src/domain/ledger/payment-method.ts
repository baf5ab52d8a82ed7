import { invalidInput } from '../errors.js';

/** How money reaches the company. */
export const PAYMENT_METHODS = ['CASH', 'POS', 'TRANSFER', 'WECHAT', 'ALIPAY', 'CHEQUE', 'BANK_WITHHOLDING'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;

/**
 * @throws INVALID_INPUT with the path unless it is a number that a channel or bank gives a payment: no name fits into it
 */
export function assertReference(path: string, reference: string): void {
  if (!REFERENCE.test(reference))
    throw invalidInput(path, 'must be 1 to 64 Latin letters, digits, dots, slashes, hyphens and underscores');
}
