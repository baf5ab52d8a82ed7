import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** The repairs of an estate on one local day, counted when it was over, as the managers were told. @rule R-RPR-16 */
export const RepairDaySchema = defineEntity({
  name: 'RepairDay',
  tableName: 'repair_day',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    day: col.day(),
    /** Orders reported that day. */
    reported: col.int(),
    /** Orders whose work was done that day. */
    completed: col.int(),
    /** Orders not done at the end of the day, however old. */
    open: col.int(),
    /** Visits of that day that went on without the customer's consent to the price. @rule R-DSP-13 */
    withoutConsent: col.int(),
    countedAt: col.instant(),
  },
  uniques: [{ name: 'repair_day_company_estate_key', properties: ['companyId', 'estateId', 'day'] }],
  indexes: [{ name: 'repair_day_company_day_idx', properties: ['companyId', 'day', 'id'] }],
  ...fence('repair_day', { estate: 'required' }),
});

export class RepairDay extends RepairDaySchema.class {}
RepairDaySchema.setClass(RepairDay);
