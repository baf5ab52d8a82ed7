import { defineEntity, p } from '@mikro-orm/core';
import { SKIP_REASONS } from '../../domain/billing/bill-unit.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That a run has not charged a unit by a tariff for a month, and why. */
export const BillSkipSchema = defineEntity({
  name: 'BillSkip',
  tableName: 'bill_skip',
  properties: {
    companyId: col.companyId().primary(),
    runId: col.ref().primary(),
    unitId: col.ref().primary(),
    tariffCode: col.text().primary(),
    month: col.day().primary(),
    estateId: col.ref(),
    reason: p.enum(SKIP_REASONS),
  },
  ...fence('bill_skip', { estate: 'required' }),
});

export class BillSkip extends BillSkipSchema.class {}
BillSkipSchema.setClass(BillSkip);
