import { defineEntity, p } from '@mikro-orm/core';
import { APPROVAL_STATES } from '../../domain/approval/approval-life.js';
import { APPROVAL_SUBJECT_KINDS } from '../../domain/approval/approval-route.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** Something that one person has prepared and others review and approve. @rule R-ORG-68 */
export const ApprovalSchema = defineEntity({
  name: 'Approval',
  tableName: 'approval',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: the company's own matter. */
    estateId: col.ref().nullable(),
    subjectKind: p.enum(APPROVAL_SUBJECT_KINDS),
    /** What is to be approved, as it stands in the present round: a row that never changes. */
    subjectId: col.ref(),
    state: p.enum(APPROVAL_STATES),
    /** The action that the present step waits for; null while nobody but the preparer can do anything. */
    awaitedAction: col.text().nullable(),
    /** Counts submissions. */
    round: col.int(),
    preparedBy: col.ref(),
    preparedAt: col.instant(),
    decidedAt: col.instant().nullable(),
    version: col.int(),
  },
  indexes: [
    { name: 'approval_company_prepared_idx', properties: ['companyId', 'preparedAt', 'id'] },
    { name: 'approval_company_estate_idx', properties: ['companyId', 'estateId', 'preparedAt', 'id'] },
    { name: 'approval_company_awaited_idx', properties: ['companyId', 'awaitedAction', 'preparedAt', 'id'] },
    { name: 'approval_company_preparer_idx', properties: ['companyId', 'preparedBy', 'preparedAt', 'id'] },
  ],
  ...fence('approval', { estate: 'nullable' }),
});

export class Approval extends ApprovalSchema.class {}
ApprovalSchema.setClass(Approval);
