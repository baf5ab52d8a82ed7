import { invalidInput } from '../errors.js';
import type { PaymentMethod } from '../ledger/payment-method.js';

/** Vouchers that leave the house on numbered paper. */
export const PAPER_KINDS = ['RECEIPT', 'INVOICE'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Vouchers for money received: on numbered paper, or an e-invoice whose number the tax authority gives. */
export const RECEIPT_KINDS = [...PAPER_KINDS, 'E_INVOICE'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** What is stamped on paper: how the money came. */
export const RECEIPT_STAMPS = ['CASH_RECEIVED', 'BANK_RECEIVED'] as const;
export type ReceiptStamp = (typeof RECEIPT_STAMPS)[number];

/** The stamp of a voucher: an e-invoice has none. @rule R-CSH-04 */
export function stampOf(kind: ReceiptKind, method: PaymentMethod): ReceiptStamp | null {
  if (kind === 'E_INVOICE') return null;
  return method === 'CASH' ? 'CASH_RECEIVED' : 'BANK_RECEIVED';
}

const TAX_ID = /^[0-9A-Z]{15,20}$/;

/**
 * Who an invoice is made out to. A tax id stands beside a title only, and neither on a receipt.
 * @throws INVALID_INPUT with the path
 */
export function assertBuyer(kind: ReceiptKind, buyer: { title: string | null; taxId: string | null }): void {
  const { title, taxId } = buyer;
  if (kind === 'RECEIPT' && (title !== null || taxId !== null))
    throw invalidInput(`input.${title === null ? 'taxId' : 'buyerTitle'}`, 'belongs to an invoice');
  if (taxId === null) return;
  if (title === null) throw invalidInput('input.buyerTitle', 'is needed beside a tax id');
  if (!TAX_ID.test(taxId)) throw invalidInput('input.taxId', 'must be 15 to 20 digits and capital letters');
}

const E_INVOICE_NUMBER = /^[0-9]{8,20}$/;

/** @throws INVALID_INPUT with the path unless it is a number that the tax authority gives an e-invoice (数电票: 20 digits) */
export function assertInvoiceNumber(path: string, number: string): void {
  if (!E_INVOICE_NUMBER.test(number)) throw invalidInput(path, 'must be 8 to 20 digits');
}
