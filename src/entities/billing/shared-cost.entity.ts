import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What the common parts have cost in a month, to be shared by a tariff. @rule R-FEE-07 */
export const SharedCostSchema = defineEntity({
  name: 'SharedCost',
  tableName: 'shared_cost',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    tariffCode: col.text(),
    /** First day of the month. */
    month: col.day(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    recordedBy: col.ref(),
    recordedAt: col.instant(),
  },
  checks: [{ name: 'shared_cost_amount_positive', expression: 'amount_minor > 0' }],
  uniques: [
    { name: 'shared_cost_company_estate_code_month_key', properties: ['companyId', 'estateId', 'tariffCode', 'month'] },
  ],
  ...fence('shared_cost', { estate: 'required' }),
});

export class SharedCost extends SharedCostSchema.class {}
SharedCostSchema.setClass(SharedCost);
