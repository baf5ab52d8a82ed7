import { defineEntity, p } from '@mikro-orm/core';
import { INSPECTION_KINDS } from '../../domain/inspection/inspection-kind.js';
import { INSPECTION_STAGES } from '../../domain/inspection/inspection-stage.js';
import type { Stratum } from '../../domain/inspection/draw-sample.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** An inspection of an estate by the quality department; closed to the estate until it is published. @rule R-ESC-05 @rule D-27 */
export const InspectionSchema = defineEntity({
  name: 'Inspection',
  tableName: 'inspection',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Shared by the inspections that were planned at once. */
    roundId: col.ref(),
    kind: p.enum(INSPECTION_KINDS),
    stage: p.enum(INSPECTION_STAGES),
    /** Whose records are drawn from: this day and those before the other; null on site. */
    periodFrom: col.day().nullable(),
    periodTo: col.day().nullable(),
    /** Draws the sample; whoever knows it can draw it again. Null on site. */
    seed: col.text().nullable(),
    /** How much of what was drawn. */
    strata: col.json<readonly Stratum[]>(),
    /** The day on site; null of a verification. */
    onDay: col.day().nullable(),
    /** Whether the estate was told of the day. */
    announced: col.flag(),
    plannedById: col.ref(),
    plannedAt: col.instant(),
    publishedById: col.ref().nullable(),
    publishedAt: col.instant().nullable(),
    /** Figures, once it is published. */
    checked: col.int().nullable(),
    judged: col.int().nullable(),
    passed: col.int().nullable(),
    callbacksAsked: col.int().nullable(),
    falseCallbacks: col.int().nullable(),
    closuresAsked: col.int().nullable(),
    falseClosures: col.int().nullable(),
    /** Whether the staff of the estate read it. */
    isOpen: col.flag(),
    version: col.int(),
  },
  checks: [
    {
      name: 'inspection_of_kind',
      expression: `(kind = 'VERIFICATION') = (period_from is not null and period_to is not null and seed is not null) and (kind = 'ON_SITE') = (on_day is not null)`,
    },
    {
      name: 'inspection_published',
      expression: `is_open = (stage = 'PUBLISHED') and is_open = (published_at is not null and published_by_id is not null and checked is not null and judged is not null and passed is not null and callbacks_asked is not null and false_callbacks is not null and closures_asked is not null and false_closures is not null)`,
    },
  ],
  indexes: [
    { name: 'inspection_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'inspection_company_round_idx', properties: ['companyId', 'roundId', 'id'] },
  ],
  ...fence('inspection', { estate: 'required', confidential: { unless: 'is_open' } }),
});

export class Inspection extends InspectionSchema.class {}
InspectionSchema.setClass(Inspection);
