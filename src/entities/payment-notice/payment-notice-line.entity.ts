import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A charge on a payment notice, with what was open of it when the notice was drawn. Never changed. @rule R-FEE-03 */
export const PaymentNoticeLineSchema = defineEntity({
  name: 'PaymentNoticeLine',
  tableName: 'payment_notice_line',
  properties: {
    companyId: col.companyId().primary(),
    noticeId: col.ref().primary(),
    chargeId: col.ref().primary(),
    estateId: col.ref(),
    payerId: col.ref(),
    openMinor: col.big(),
    isArrears: col.flag(),
  },
  checks: [{ name: 'payment_notice_line_open', expression: 'open_minor > 0' }],
  indexes: [{ name: 'payment_notice_line_company_charge_idx', properties: ['companyId', 'chargeId', 'noticeId'] }],
  ...fence('payment_notice_line', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class PaymentNoticeLine extends PaymentNoticeLineSchema.class {}
PaymentNoticeLineSchema.setClass(PaymentNoticeLine);
