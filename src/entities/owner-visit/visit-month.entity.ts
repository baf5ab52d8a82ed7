import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What an estate owed in a month, as it stood at its start, and what was drawn for it. @rule R-VIS-05 @rule D-28 */
export const VisitMonthSchema = defineEntity({
  name: 'VisitMonth',
  tableName: 'visit_month',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Its first day. */
    month: col.day(),
    households: col.int(),
    occupied: col.int(),
    percent: col.int(),
    required: col.int(),
    /** Of them by the service centre manager, and by the supervisor. @rule R-VIS-03 @rule R-VIS-04 */
    byManager: col.int(),
    bySupervisor: col.int(),
    /** Households drawn before that were still to be visited when it began. */
    carried: col.int(),
    /** Households drawn in it. */
    drawn: col.int(),
    drawnAt: col.instant(),
    /** When the heads were told that it falls short; null while nobody was. */
    remindedAt: col.instant().nullable(),
    version: col.int(),
  },
  uniques: [{ name: 'visit_month_company_estate_month_key', properties: ['companyId', 'estateId', 'month'] }],
  indexes: [{ name: 'visit_month_company_month_idx', properties: ['companyId', 'month', 'id'] }],
  ...fence('visit_month', { estate: 'required' }),
});

export class VisitMonth extends VisitMonthSchema.class {}
VisitMonthSchema.setClass(VisitMonth);
