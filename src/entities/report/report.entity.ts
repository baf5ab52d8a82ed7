import { defineEntity, p } from '@mikro-orm/core';
import type { ReportFigure } from '../../domain/report/report-figure.js';
import { REPORT_KINDS } from '../../domain/report/report-kind.js';
import { REPORT_STAGES } from '../../domain/report/report-stage.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What an estate reports on a period: figures as they were known at the end of a day, and what people say to them. Its words
 * are staff's. @rule R-RPT-20 @rule R-RPT-21
 */
export const ReportSchema = defineEntity({
  name: 'Report',
  tableName: 'report',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    kind: p.enum(REPORT_KINDS),
    stage: p.enum(REPORT_STAGES),
    /** Its first day, and the one after its last. */
    fromDay: col.day(),
    untilDay: col.day(),
    /** Until when it is handed in. */
    dueAt: col.instant(),
    figures: col.json<readonly ReportFigure[]>(),
    /** What became known after this day, in the company's zone, is not in the figures. */
    asKnownOn: col.day(),
    summary: col.text().nullable(),
    problems: col.text().nullable(),
    measures: col.text().nullable(),
    suggestions: col.text().nullable(),
    draftedAt: col.instant(),
    /** When it was handed in first: what counts for its deadline. */
    submittedAt: col.instant().nullable(),
    /** Who handed it in last. */
    submittedById: col.ref().nullable(),
    approvedAt: col.instant().nullable(),
    /** How often it was handed in. */
    rounds: col.int(),
    version: col.int(),
  },
  checks: [
    { name: 'report_period', expression: 'from_day < until_day' },
    {
      name: 'report_submitted',
      expression: `(submitted_at is null) = (submitted_by_id is null) and (submitted_at is null) = (rounds = 0) and (stage = 'DRAFT') = (submitted_at is null)`,
    },
    { name: 'report_approved', expression: `(stage = 'APPROVED') = (approved_at is not null)` },
  ],
  uniques: [{ name: 'report_company_period_key', properties: ['companyId', 'estateId', 'kind', 'fromDay'] }],
  indexes: [
    { name: 'report_company_from_idx', properties: ['companyId', 'fromDay', 'id'] },
    { name: 'report_company_stage_idx', properties: ['companyId', 'stage', 'fromDay', 'id'] },
  ],
  ...fence('report', { estate: 'required' }),
});

export class Report extends ReportSchema.class {}
ReportSchema.setClass(Report);
