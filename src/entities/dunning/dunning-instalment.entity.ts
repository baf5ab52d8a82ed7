import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One of the instalments that were agreed. @rule D-13 */
export const DunningInstalmentSchema = defineEntity({
  name: 'DunningInstalment',
  tableName: 'dunning_instalment',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    holdId: col.ref(),
    dueDay: col.day(),
    amountMinor: col.big(),
  },
  checks: [{ name: 'dunning_instalment_amount_positive', expression: 'amount_minor > 0' }],
  indexes: [
    { name: 'dunning_instalment_company_hold_idx', properties: ['companyId', 'holdId', 'dueDay', 'id'] },
    { name: 'dunning_instalment_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('dunning_instalment', { estate: 'required' }),
});

export class DunningInstalment extends DunningInstalmentSchema.class {}
DunningInstalmentSchema.setClass(DunningInstalment);
