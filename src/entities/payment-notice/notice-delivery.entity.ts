import { defineEntity, p } from '@mikro-orm/core';
import { DELIVERY_OUTCOMES, NOTICE_RECEIVERS } from '../../domain/payment-notice/notice-life.js';
import { NOTICE_TIMINGS } from '../../domain/payment-notice/notice-window.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** An attempt to bring a payment notice, by whom and what came of it. Never changed. @rule R-NTC-12 @rule R-DUN-12 */
export const NoticeDeliverySchema = defineEntity({
  name: 'NoticeDelivery',
  tableName: 'notice_delivery',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    noticeId: col.ref(),
    payerId: col.ref(),
    outcome: p.enum(DELIVERY_OUTCOMES),
    receivedBy: p.enum(NOTICE_RECEIVERS).nullable(),
    at: col.instant(),
    timing: p.enum(NOTICE_TIMINGS),
    broughtBy: col.ref(),
    /** Whether that person holds none of the posts that bring notices. @rule P-40 */
    byOtherPost: col.flag(),
    recordedAt: col.instant(),
  },
  checks: [{ name: 'notice_delivery_receiver', expression: `(received_by is not null) = (outcome = 'SIGNED')` }],
  indexes: [
    { name: 'notice_delivery_company_notice_idx', properties: ['companyId', 'noticeId', 'id'] },
    { name: 'notice_delivery_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('notice_delivery', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class NoticeDelivery extends NoticeDeliverySchema.class {}
NoticeDeliverySchema.setClass(NoticeDelivery);
