import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { RECEIPT_KINDS, RECEIPT_STAMPS } from '../../domain/receipt/receipt-kind.js';
import { CANCEL_REASONS, RECEIPT_STATES, SPOIL_REASONS } from '../../domain/receipt/receipt-state.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * A voucher for money received, or a sheet that never became one: every number that was used has its row. Read by the payer.
 * @rule R-CSH-03 @rule R-CSH-04 @rule R-CSH-06
 */
export const ReceiptSchema = defineEntity({
  name: 'Receipt',
  tableName: 'receipt',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    kind: p.enum(RECEIPT_KINDS),
    state: p.enum(RECEIPT_STATES),
    /** Null for an e-invoice, whose number comes from outside. */
    bookId: col.ref().nullable(),
    numberInBook: col.big().nullable(),
    number: col.text(),
    /** What it is for: a payment or a deposit; a spoiled sheet is for neither, and has nothing that follows from them. */
    paymentId: col.ref().nullable(),
    depositId: col.ref().nullable(),
    payerId: col.ref().nullable(),
    /** The whole of it. */
    amountMinor: col.big().nullable(),
    currency: p.enum(CURRENCIES).nullable(),
    stamp: p.enum(RECEIPT_STAMPS).nullable(),
    buyerTitle: col.text().nullable(),
    taxId: col.text().nullable(),
    spoilReason: p.enum(SPOIL_REASONS).nullable(),
    issuedAt: col.instant(),
    issuedById: col.ref(),
    cancelledAt: col.instant().nullable(),
    cancelledById: col.ref().nullable(),
    cancelReason: p.enum(CANCEL_REASONS).nullable(),
    /** The number of the e-invoice that takes this one back. */
    redLetterNumber: col.text().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'receipt_paper_or_outside',
      expression: `(kind = 'E_INVOICE') = (book_id is null) and (book_id is null) = (number_in_book is null)`,
    },
    {
      name: 'receipt_spoiled_or_paid',
      expression: `(state = 'SPOILED') = (num_nonnulls(payment_id, deposit_id) = 0) and num_nonnulls(payment_id, deposit_id) <= 1 and (state = 'SPOILED') = (spoil_reason is not null) and (payer_id is null) = (state = 'SPOILED') and num_nulls(payer_id, amount_minor, currency) in (0, 3) and (deposit_id is null or kind = 'RECEIPT')`,
    },
    { name: 'receipt_stamped', expression: `(stamp is not null) = (book_id is not null and payer_id is not null)` },
    {
      name: 'receipt_taken_back_whole',
      expression: `(state in ('CANCELLED', 'RED_LETTERED')) = (cancelled_at is not null) and num_nulls(cancelled_at, cancelled_by_id, cancel_reason) in (0, 3)`,
    },
    {
      name: 'receipt_red_letter',
      expression: `(state = 'RED_LETTERED') = (red_letter_number is not null) and (state <> 'RED_LETTERED' or kind = 'E_INVOICE') and (state <> 'CANCELLED' or kind <> 'E_INVOICE')`,
    },
  ],
  uniques: [{ name: 'receipt_company_number_key', properties: ['companyId', 'kind', 'number'] }],
  indexes: [
    { name: 'receipt_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'receipt_company_book_idx', properties: ['companyId', 'bookId', 'numberInBook'] },
    { name: 'receipt_company_issuer_idx', properties: ['companyId', 'issuedById', 'id'] },
    { name: 'receipt_company_payer_idx', properties: ['companyId', 'payerId', 'id'] },
    { name: 'receipt_company_payment_idx', properties: ['companyId', 'paymentId', 'id'] },
    {
      name: 'receipt_company_standing_key',
      properties: ['companyId', 'paymentId'],
      expression: `create unique index "receipt_company_standing_key" on "receipt" ("company_id", "payment_id") where state = 'ISSUED'`,
    },
    { name: 'receipt_company_deposit_idx', properties: ['companyId', 'depositId', 'id'] },
    {
      name: 'receipt_company_deposit_key',
      properties: ['companyId', 'depositId'],
      expression: `create unique index "receipt_company_deposit_key" on "receipt" ("company_id", "deposit_id") where state = 'ISSUED'`,
    },
    {
      name: 'receipt_company_red_letter_key',
      properties: ['companyId', 'redLetterNumber'],
      expression: `create unique index "receipt_company_red_letter_key" on "receipt" ("company_id", "red_letter_number") where red_letter_number is not null`,
    },
  ],
  ...fence('receipt', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class Receipt extends ReceiptSchema.class {}
ReceiptSchema.setClass(Receipt);
