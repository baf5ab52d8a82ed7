import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What of a unit's meters was charged for a month by a tariff, so that the months together are what was used. @rule R-FEE-07 */
export const MeteredUseSchema = defineEntity({
  name: 'MeteredUse',
  tableName: 'metered_use',
  properties: {
    companyId: col.companyId().primary(),
    unitId: col.ref().primary(),
    tariffCode: col.text().primary(),
    /** First day of the month. */
    month: col.day().primary(),
    estateId: col.ref(),
    runId: col.ref(),
    /** What the meters had counted before the first month that was charged, in thousandths. */
    baseMilli: col.big(),
    useMilli: col.big(),
  },
  checks: [{ name: 'metered_use_not_negative', expression: 'use_milli >= 0' }],
  indexes: [{ name: 'metered_use_company_estate_idx', properties: ['companyId', 'estateId', 'month'] }],
  ...fence('metered_use', { estate: 'required' }),
});

export class MeteredUse extends MeteredUseSchema.class {}
MeteredUseSchema.setClass(MeteredUse);
