import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * That a payer lets the company have a bank withhold what is due (委托银行代收款协议), over some days. Bank, holder and account
 * are cleared by erasure; the last digits alone are shown. @rule R-MIN-04
 */
export const WithholdingMandateSchema = defineEntity({
  name: 'WithholdingMandate',
  tableName: 'withholding_mandate',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    payerId: col.ref(),
    /** Null: for all that the payer owes. */
    unitId: col.ref().nullable(),
    bank: col.text().nullable(),
    holder: col.text().nullable(),
    account: col.text().nullable(),
    lastDigits: col.text(),
    /** The number of the agreement at the bank. */
    agreement: col.text().nullable(),
    fromDay: col.day(),
    /** The first day on which it holds no longer. */
    untilDay: col.day().nullable(),
    recordedBy: col.ref(),
    recordedAt: col.instant(),
    /** When bank, holder, account and agreement were cleared. */
    redactedAt: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'withholding_mandate_time', expression: 'until_day is null or until_day >= from_day' },
    {
      name: 'withholding_mandate_redacted',
      expression: '(redacted_at is null) = (bank is not null and holder is not null and account is not null)',
    },
  ],
  indexes: [
    { name: 'withholding_mandate_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'withholding_mandate_company_payer_idx', properties: ['companyId', 'payerId', 'fromDay'] },
  ],
  ...fence('withholding_mandate', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class WithholdingMandate extends WithholdingMandateSchema.class {}
WithholdingMandateSchema.setClass(WithholdingMandate);
