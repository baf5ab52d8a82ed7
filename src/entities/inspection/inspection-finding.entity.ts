import { defineEntity, p } from '@mikro-orm/core';
import { FINDING_CATEGORIES } from '../../domain/inspection/inspection-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What an inspection found to be wrong; from its publication on it is put right by a corrective action. @rule R-ESC-05 @rule R-ORG-25 */
export const InspectionFindingSchema = defineEntity({
  name: 'InspectionFinding',
  tableName: 'inspection_finding',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    inspectionId: col.ref(),
    /** What showed it; null for what was seen beside. */
    itemId: col.ref().nullable(),
    category: p.enum(FINDING_CATEGORIES),
    problem: col.text(),
    /** Found before on the estate within a year, in an inspection that was published. */
    repeated: col.flag(),
    foundById: col.ref(),
    foundAt: col.instant(),
    isOpen: col.flag(),
  },
  indexes: [
    { name: 'inspection_finding_company_estate_idx', properties: ['companyId', 'estateId', 'category', 'foundAt'] },
    { name: 'inspection_finding_company_inspection_idx', properties: ['companyId', 'inspectionId', 'id'] },
  ],
  ...fence('inspection_finding', { estate: 'required', confidential: { unless: 'is_open' } }),
});

export class InspectionFinding extends InspectionFindingSchema.class {}
InspectionFindingSchema.setClass(InspectionFinding);
