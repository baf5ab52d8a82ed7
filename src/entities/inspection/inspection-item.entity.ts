import { defineEntity, p } from '@mikro-orm/core';
import { INSPECTED_KINDS, INSPECTION_OUTCOMES } from '../../domain/inspection/inspection-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** Something that an inspection looks at: a ticket or visit that was drawn, or a point of a checklist. @rule D-27 */
export const InspectionItemSchema = defineEntity({
  name: 'InspectionItem',
  tableName: 'inspection_item',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    inspectionId: col.ref(),
    /** 1, 2, 3 … */
    position: col.int(),
    kind: p.enum(INSPECTED_KINDS),
    /** What it was drawn by; empty for a point of a checklist. */
    stratum: col.text(),
    /** The ticket or visit; null for a point of a checklist. */
    subjectId: col.ref().nullable(),
    /** The point; null for what was drawn. */
    point: col.text().nullable(),
    /** Whether a callback that reached the customer stood in the record when it was drawn. */
    calledBack: col.flag(),
    outcome: p.enum(INSPECTION_OUTCOMES).nullable(),
    happened: col.flag().nullable(),
    solved: col.flag().nullable(),
    note: col.text().nullable(),
    checkedById: col.ref().nullable(),
    checkedAt: col.instant().nullable(),
    isOpen: col.flag(),
    version: col.int(),
  },
  checks: [
    {
      name: 'inspection_item_of_kind',
      expression: `(kind = 'CHECKLIST') = (subject_id is null) and (kind = 'CHECKLIST') = (point is not null)`,
    },
    {
      name: 'inspection_item_checked',
      expression: '(outcome is null) = (checked_at is null) and (outcome is null) = (checked_by_id is null)',
    },
  ],
  uniques: [{ name: 'inspection_item_company_position_key', properties: ['companyId', 'inspectionId', 'position'] }],
  indexes: [
    { name: 'inspection_item_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'inspection_item_company_subject_idx', properties: ['companyId', 'subjectId'] },
  ],
  ...fence('inspection_item', { estate: 'required', confidential: { unless: 'is_open' } }),
});

export class InspectionItem extends InspectionItemSchema.class {}
InspectionItemSchema.setClass(InspectionItem);
