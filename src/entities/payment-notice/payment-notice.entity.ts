import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { NOTICE_STATES, WITHDRAWAL_REASONS } from '../../domain/payment-notice/notice-life.js';
import { NOTICE_TIMINGS } from '../../domain/payment-notice/notice-window.js';
import { SEALS } from '../../domain/policy/notice-policies.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What a payer is asked for before a collection month (缴费通知): amounts as they were when it was drawn. Read by the payer
 * once it bears the seal. @rule R-FEE-03 @rule R-FEE-04 @rule R-NTC-12
 */
export const PaymentNoticeSchema = defineEntity({
  name: 'PaymentNotice',
  tableName: 'payment_notice',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    runId: col.ref(),
    number: col.text(),
    /** The series that the number was drawn from (`PAYMENT_NOTICE-2026`), and its count there. */
    numberSeries: col.text().nullable(),
    numberSerial: col.int().nullable(),
    payerId: col.ref(),
    /** Null where it is over all units of the payer, or what is owed concerns none. */
    unitId: col.ref().nullable(),
    /** Where it is brought, and by which steward; null: nowhere in particular, whoever holds the post. */
    buildingId: col.ref().nullable(),
    stewardId: col.ref().nullable(),
    /** First day of the collection month. */
    month: col.day(),
    state: p.enum(NOTICE_STATES),
    currency: p.enum(CURRENCIES),
    currentMinor: col.big(),
    arrearsMinor: col.big(),
    /** The days that the month's charges are for, half-open. */
    fromDay: col.day(),
    untilDay: col.day(),
    /** The first deadline in the month. */
    dueDay: col.day(),
    drawnAt: col.instant(),
    drawnBy: col.ref(),
    seal: p.enum(SEALS).nullable(),
    sealedAt: col.instant().nullable(),
    sealedBy: col.ref().nullable(),
    /** When it was first handed over, left or refused, and how that lies to the days of Q-11. */
    broughtAt: col.instant().nullable(),
    timing: p.enum(NOTICE_TIMINGS).nullable(),
    /** The notice whose place it takes. */
    replacesId: col.ref().nullable(),
    /** When it was replaced or withdrawn. */
    endedAt: col.instant().nullable(),
    withdrawalReason: p.enum(WITHDRAWAL_REASONS).nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'payment_notice_amounts', expression: 'current_minor > 0 and arrears_minor >= 0' },
    { name: 'payment_notice_sealed', expression: '(seal is null) = (sealed_at is null)' },
    { name: 'payment_notice_brought', expression: '(brought_at is null) = (timing is null)' },
    { name: 'payment_notice_ended', expression: `(ended_at is not null) = (state in ('REPLACED', 'WITHDRAWN'))` },
    { name: 'payment_notice_reason', expression: `(withdrawal_reason is not null) = (state = 'WITHDRAWN')` },
  ],
  uniques: [
    { name: 'payment_notice_company_estate_number_key', properties: ['companyId', 'estateId', 'number'] },
    { name: 'payment_notice_company_replaces_key', properties: ['companyId', 'replacesId'] },
  ],
  indexes: [
    { name: 'payment_notice_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'payment_notice_company_month_idx', properties: ['companyId', 'estateId', 'month', 'id'] },
    { name: 'payment_notice_company_run_idx', properties: ['companyId', 'runId', 'state', 'id'] },
    { name: 'payment_notice_company_payer_idx', properties: ['companyId', 'payerId', 'id'] },
    { name: 'payment_notice_company_unit_idx', properties: ['companyId', 'unitId', 'id'] },
    { name: 'payment_notice_company_steward_idx', properties: ['companyId', 'stewardId', 'state', 'id'] },
  ],
  ...fence('payment_notice', {
    estate: 'required',
    residentReads: { by: 'customer', column: 'payer_id', and: 'sealed_at is not null' },
  }),
});

export class PaymentNotice extends PaymentNoticeSchema.class {}
PaymentNoticeSchema.setClass(PaymentNotice);
