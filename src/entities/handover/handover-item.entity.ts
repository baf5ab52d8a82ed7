import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A payment, a voucher, a deposit that came or went, or what was given back of a payment in a shift: on one sheet, and on no other. @rule R-CSH-01 @rule D-20 */
export const HandoverItemSchema = defineEntity({
  name: 'HandoverItem',
  tableName: 'handover_item',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    sheetId: col.ref(),
    paymentId: col.ref().nullable(),
    receiptId: col.ref().nullable(),
    /** A deposit that was collected in the shift. */
    depositId: col.ref().nullable(),
    /** A deposit that was refunded in the shift. */
    refundedDepositId: col.ref().nullable(),
    /** What was paid out of a payment in the shift. */
    paymentRefundId: col.ref().nullable(),
  },
  checks: [
    {
      name: 'handover_item_one_thing',
      expression: 'num_nonnulls(payment_id, receipt_id, deposit_id, refunded_deposit_id, payment_refund_id) = 1',
    },
  ],
  uniques: [
    { name: 'handover_item_company_payment_key', properties: ['companyId', 'paymentId'] },
    { name: 'handover_item_company_receipt_key', properties: ['companyId', 'receiptId'] },
    { name: 'handover_item_company_deposit_key', properties: ['companyId', 'depositId'] },
    { name: 'handover_item_company_refund_key', properties: ['companyId', 'refundedDepositId'] },
    { name: 'handover_item_company_payment_refund_key', properties: ['companyId', 'paymentRefundId'] },
  ],
  indexes: [{ name: 'handover_item_company_sheet_idx', properties: ['companyId', 'sheetId', 'id'] }],
  ...fence('handover_item', { estate: 'required' }),
});

export class HandoverItem extends HandoverItemSchema.class {}
HandoverItemSchema.setClass(HandoverItem);
