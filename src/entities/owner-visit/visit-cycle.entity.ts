import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One round through the households of an estate: nobody is drawn twice before everybody was visited. @rule R-VIS-09 */
export const VisitCycleSchema = defineEntity({
  name: 'VisitCycle',
  tableName: 'visit_cycle',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** 1, 2, 3 … of the estate. */
    number: col.int(),
    /** What every draw of the cycle goes by, so that it can be drawn again. */
    seed: col.text(),
    /** Households that were occupied on the day on which it began. @rule D-28 */
    occupied: col.int(),
    startedAt: col.instant(),
    /** When everybody who lived there had been visited; null while it lasts. */
    endedAt: col.instant().nullable(),
  },
  checks: [{ name: 'visit_cycle_occupied_not_negative', expression: 'occupied >= 0' }],
  uniques: [{ name: 'visit_cycle_company_estate_number_key', properties: ['companyId', 'estateId', 'number'] }],
  ...fence('visit_cycle', { estate: 'required' }),
});

export class VisitCycle extends VisitCycleSchema.class {}
VisitCycleSchema.setClass(VisitCycle);
