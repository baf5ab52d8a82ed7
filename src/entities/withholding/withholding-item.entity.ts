import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { FAILURE_REASONS, ITEM_STATES } from '../../domain/withholding/withholding-life.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What is withheld from one account at once, over some charges of a payer, and what came of it. @rule R-FEE-11 */
export const WithholdingItemSchema = defineEntity({
  name: 'WithholdingItem',
  tableName: 'withholding_item',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    batchId: col.ref(),
    mandateId: col.ref(),
    payerId: col.ref(),
    unitId: col.ref().nullable(),
    /** By which the bank's answer names it; the payment has it as its number. */
    reference: col.text(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    /** The how manyth time in a row the same mandate is asked. */
    attempt: col.int(),
    state: p.enum(ITEM_STATES),
    /** What the bank has answered: its number, what it keeps, the day. */
    bankReference: col.text().nullable(),
    feeMinor: col.big().nullable(),
    withheldOn: col.day().nullable(),
    failureCode: col.text().nullable(),
    failureReason: p.enum(FAILURE_REASONS).nullable(),
    answeredAt: col.instant().nullable(),
    paymentId: col.ref().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'withholding_item_amount_positive', expression: 'amount_minor > 0' },
    { name: 'withholding_item_paid', expression: `(state = 'PAID') = (payment_id is not null)` },
    { name: 'withholding_item_failed', expression: `(state = 'FAILED') = (failure_reason is not null)` },
    { name: 'withholding_item_withheld', expression: `(state in ('WITHHELD', 'PAID')) = (withheld_on is not null)` },
  ],
  uniques: [
    { name: 'withholding_item_company_reference_key', properties: ['companyId', 'reference'] },
    { name: 'withholding_item_company_payment_key', properties: ['companyId', 'paymentId'] },
  ],
  indexes: [
    { name: 'withholding_item_company_batch_idx', properties: ['companyId', 'batchId', 'state', 'id'] },
    { name: 'withholding_item_company_mandate_idx', properties: ['companyId', 'mandateId', 'id'] },
  ],
  ...fence('withholding_item', { estate: 'required' }),
});

export class WithholdingItem extends WithholdingItemSchema.class {}
WithholdingItemSchema.setClass(WithholdingItem);
