import { defineEntity, p } from '@mikro-orm/core';
import { REPORT_DECISIONS } from '../../domain/report/report-stage.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One time that a report was handed in, and what was decided on it. @rule R-ORG-68 */
export const ReportRoundSchema = defineEntity({
  name: 'ReportRound',
  tableName: 'report_round',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    reportId: col.ref(),
    /** 1, 2, 3 … */
    round: col.int(),
    submittedById: col.ref(),
    submittedAt: col.instant(),
    decision: p.enum(REPORT_DECISIONS).nullable(),
    decidedById: col.ref().nullable(),
    decidedAt: col.instant().nullable(),
    /** Why it came back; or what is to be done. */
    remark: col.text().nullable(),
  },
  checks: [
    {
      name: 'report_round_decided',
      expression: `(decision is null) = (decided_at is null) and (decision is null) = (decided_by_id is null) and (decision is not null or remark is null) and (decision is distinct from 'RETURNED' or remark is not null) and decided_by_id <> submitted_by_id`,
    },
  ],
  uniques: [{ name: 'report_round_company_round_key', properties: ['companyId', 'reportId', 'round'] }],
  indexes: [{ name: 'report_round_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('report_round', { estate: 'required' }),
});

export class ReportRound extends ReportRoundSchema.class {}
ReportRoundSchema.setClass(ReportRound);
