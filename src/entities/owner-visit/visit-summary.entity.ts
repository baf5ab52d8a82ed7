import { defineEntity, p } from '@mikro-orm/core';
import { SUMMARY_PERIODS, SUMMARY_STAGES } from '../../domain/owner-visit/visit-summary.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What the visits of a month or a quarter came to, as it was handed in, and what was decided. @rule R-VIS-19 @rule R-VIS-20 @rule R-VIS-29 */
export const VisitSummarySchema = defineEntity({
  name: 'VisitSummary',
  tableName: 'visit_summary',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    period: p.enum(SUMMARY_PERIODS),
    /** Its first day. */
    fromDay: col.day(),
    stage: p.enum(SUMMARY_STAGES),
    authorId: col.ref(),
    text: col.text(),
    /** Figures of the rows as it was handed in. */
    visits: col.int(),
    households: col.int(),
    required: col.int(),
    items: col.int(),
    complaints: col.int(),
    answered: col.int(),
    satisfied: col.int(),
    submittedAt: col.instant(),
    decidedAt: col.instant().nullable(),
    decidedById: col.ref().nullable(),
    measures: col.text().nullable(),
    /** What goes beyond the centre, with a proposal, to head office. @rule R-VIS-20 */
    escalation: col.text().nullable(),
    version: col.int(),
  },
  uniques: [{ name: 'visit_summary_company_period_key', properties: ['companyId', 'estateId', 'period', 'fromDay'] }],
  indexes: [{ name: 'visit_summary_company_from_idx', properties: ['companyId', 'fromDay', 'id'] }],
  ...fence('visit_summary', { estate: 'required' }),
});

export class VisitSummary extends VisitSummarySchema.class {}
VisitSummarySchema.setClass(VisitSummary);
