import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A charge that an item asks for; it stands in one item at a time that is not answered, which the database keeps. @rule R-FEE-11 */
export const WithholdingChargeSchema = defineEntity({
  name: 'WithholdingCharge',
  tableName: 'withholding_charge',
  properties: {
    companyId: col.companyId().primary(),
    itemId: col.ref().primary(),
    chargeId: col.ref().primary(),
    estateId: col.ref(),
    /** What was open of it when the batch was drawn. */
    amountMinor: col.big(),
    /** Whether the item still waits for its answer, or to be booked. */
    isPending: col.flag(),
  },
  checks: [{ name: 'withholding_charge_amount_positive', expression: 'amount_minor > 0' }],
  indexes: [
    {
      name: 'withholding_charge_company_pending_key',
      properties: ['companyId', 'chargeId'],
      expression: `create unique index "withholding_charge_company_pending_key" on "withholding_charge" ("company_id", "charge_id") where is_pending`,
    },
  ],
  ...fence('withholding_charge', { estate: 'required' }),
});

export class WithholdingCharge extends WithholdingChargeSchema.class {}
WithholdingChargeSchema.setClass(WithholdingCharge);
