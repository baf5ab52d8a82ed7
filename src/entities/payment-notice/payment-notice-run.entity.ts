import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { NOTICE_GROUPINGS } from '../../domain/payment-notice/notice-grouping.js';
import { RUN_STAGES } from '../../domain/run-life.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** The drawing of an estate's payment notices for a collection month: it goes on where it stood. @rule R-FEE-03 */
export const PaymentNoticeRunSchema = defineEntity({
  name: 'PaymentNoticeRun',
  tableName: 'payment_notice_run',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** First day of the collection month. */
    month: col.day(),
    grouping: p.enum(NOTICE_GROUPINGS),
    /** Whether what is overdue stands on the notices, too. */
    withArrears: col.flag(),
    stage: p.enum(RUN_STAGES),
    /** The last payer that it has dealt with, in the order of their ids. */
    afterPayerId: col.ref().nullable(),
    payersDone: col.int(),
    /** Notices, and what they ask for in the run's currency: counted in a preview, written in a run. */
    notices: col.int(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    startedBy: col.ref(),
    startedAt: col.instant(),
    finishedAt: col.instant().nullable(),
    version: col.int(),
  },
  indexes: [{ name: 'payment_notice_run_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('payment_notice_run', { estate: 'required' }),
});

export class PaymentNoticeRun extends PaymentNoticeRunSchema.class {}
PaymentNoticeRunSchema.setClass(PaymentNoticeRun);
