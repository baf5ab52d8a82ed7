import { defineEntity, p } from '@mikro-orm/core';
import { DEDUCTION_REASONS } from '../../domain/deposit/deposit-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What is kept back of a deposit, and why. Read by the payer. @rule R-DEP-05 */
export const DepositDeductionSchema = defineEntity({
  name: 'DepositDeduction',
  tableName: 'deposit_deduction',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    depositId: col.ref(),
    payerId: col.ref(),
    reason: p.enum(DEDUCTION_REASONS),
    amountMinor: col.big(),
    note: col.text().nullable(),
  },
  checks: [{ name: 'deposit_deduction_positive', expression: 'amount_minor > 0' }],
  indexes: [{ name: 'deposit_deduction_company_deposit_idx', properties: ['companyId', 'depositId', 'id'] }],
  ...fence('deposit_deduction', { estate: 'required', residentReads: { by: 'customer', column: 'payer_id' } }),
});

export class DepositDeduction extends DepositDeductionSchema.class {}
DepositDeductionSchema.setClass(DepositDeduction);
