import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What a spot-check of a visit found. @rule R-VIS-25 */
export const VisitCheckSchema = defineEntity({
  name: 'VisitCheck',
  tableName: 'visit_check',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    visitId: col.ref(),
    tookPlace: col.flag(),
    accurate: col.flag(),
    /** @rule R-VIS-21 */
    inUniform: col.flag(),
    /** @rule R-VIS-22 */
    keptToTheMatter: col.flag(),
    finding: col.text().nullable(),
    checkedById: col.ref(),
    checkedAt: col.instant(),
    version: col.int(),
  },
  uniques: [{ name: 'visit_check_company_visit_key', properties: ['companyId', 'visitId'] }],
  indexes: [{ name: 'visit_check_company_estate_idx', properties: ['companyId', 'estateId', 'checkedAt', 'id'] }],
  ...fence('visit_check', { estate: 'required' }),
});

export class VisitCheck extends VisitCheckSchema.class {}
VisitCheckSchema.setClass(VisitCheck);
