import { defineEntity, p } from '@mikro-orm/core';
import { PAYMENT_METHODS } from '../../domain/ledger/payment-method.js';
import { PAYMENT_REFUND_STATES } from '../../domain/ledger/payment-refund.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** Money that is given back of a payment, booked by its approval, and how it was paid out. Read by the payer. @rule R-CSH-08 */
export const PaymentRefundSchema = defineEntity({
  name: 'PaymentRefund',
  tableName: 'payment_refund',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    payerId: col.ref(),
    paymentId: col.ref(),
    /** The line of the account that has taken it from the payment. */
    entryId: col.ref(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    state: p.enum(PAYMENT_REFUND_STATES),
    /** Who has approved it. */
    authorisedById: col.ref().nullable(),
    authorisedAt: col.instant(),
    method: p.enum(PAYMENT_METHODS).nullable(),
    /** The number that the channel or bank gives it. */
    reference: col.text().nullable(),
    paidById: col.ref().nullable(),
    paidAt: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'payment_refund_amount_positive', expression: 'amount_minor > 0' },
    {
      name: 'payment_refund_paid',
      expression: `(state = 'PAID') = (paid_at is not null) and num_nulls(paid_at, paid_by_id, method) in (0, 3)`,
    },
    { name: 'payment_refund_two_people', expression: 'paid_by_id <> authorised_by_id' },
  ],
  uniques: [{ name: 'payment_refund_company_entry_key', properties: ['companyId', 'entryId'] }],
  indexes: [
    { name: 'payment_refund_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'payment_refund_company_payment_idx', properties: ['companyId', 'paymentId', 'id'] },
    { name: 'payment_refund_company_paid_by_idx', properties: ['companyId', 'paidById', 'estateId'] },
  ],
  ...fence('payment_refund', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class PaymentRefund extends PaymentRefundSchema.class {}
PaymentRefundSchema.setClass(PaymentRefund);
