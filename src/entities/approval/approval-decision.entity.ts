import { defineEntity, p } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What somebody did to an approval. */
export const APPROVAL_VERDICTS = ['SUBMITTED', 'REVIEWED', 'APPROVED', 'SENT_BACK', 'WITHDRAWN'] as const;
export type ApprovalVerdict = (typeof APPROVAL_VERDICTS)[number];

/** One step of an approval: who, for whom, on what, and why. Never changed. */
export const ApprovalDecisionSchema = defineEntity({
  name: 'ApprovalDecision',
  tableName: 'approval_decision',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    approvalId: col.ref(),
    estateId: col.ref().nullable(),
    /** The approval's version that this step made. */
    version: col.int(),
    round: col.int(),
    verdict: p.enum(APPROVAL_VERDICTS),
    /** What was decided on. */
    subjectId: col.ref(),
    decidedBy: col.ref(),
    /** The absent person for whom a deputy has decided. @rule Q-43 */
    onBehalfOf: col.ref().nullable(),
    reason: col.text().nullable(),
    decidedAt: col.instant(),
  },
  uniques: [
    { name: 'approval_decision_company_approval_version_key', properties: ['companyId', 'approvalId', 'version'] },
  ],
  ...fence('approval_decision', { estate: 'nullable' }),
});

export class ApprovalDecision extends ApprovalDecisionSchema.class {}
ApprovalDecisionSchema.setClass(ApprovalDecision);
