import { defineEntity, p } from '@mikro-orm/core';
import { CORRECTIVE_ACTION_KINDS } from '../../domain/corrective-action/action-kind.js';
import { ACTION_SOURCES } from '../../domain/corrective-action/action-source.js';
import { ACTION_STAGES } from '../../domain/corrective-action/action-stage.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * A corrective or preventive action: what is wrong, why, what is done about it, by whom and by when. Its words are
 * staff's. @rule R-CMP-20 @rule R-SAT-04
 */
export const CorrectiveActionSchema = defineEntity({
  name: 'CorrectiveAction',
  tableName: 'corrective_action',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: the company's own. */
    estateId: col.ref().nullable(),
    kind: p.enum(CORRECTIVE_ACTION_KINDS),
    sourceKind: p.enum(ACTION_SOURCES),
    sourceId: col.ref(),
    stage: p.enum(ACTION_STAGES),
    problem: col.text(),
    cause: col.text().nullable(),
    measure: col.text().nullable(),
    ownerId: col.ref().nullable(),
    dueDay: col.day().nullable(),
    /** The last millisecond of the due day. */
    dueAt: col.instant().nullable(),
    raisedById: col.ref(),
    raisedAt: col.instant(),
    /** Since when it is owed: planned first, or opened again. */
    plannedAt: col.instant().nullable(),
    /** Of the last report. */
    doneAt: col.instant().nullable(),
    verifiedAt: col.instant().nullable(),
    reopenings: col.int(),
    /** How often the due day was put off before it came. @rule D-27 */
    postponements: col.int(),
    cancelledAt: col.instant().nullable(),
    cancelledById: col.ref().nullable(),
    cancelReason: col.text().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'corrective_action_planned',
      expression: `stage in ('RAISED', 'CANCELLED') or (cause is not null and measure is not null and owner_id is not null and due_day is not null and due_at is not null and planned_at is not null)`,
    },
    { name: 'corrective_action_done', expression: `(stage in ('DONE', 'VERIFIED')) = (done_at is not null)` },
    { name: 'corrective_action_verified', expression: `(stage = 'VERIFIED') = (verified_at is not null)` },
    {
      name: 'corrective_action_cancelled',
      expression: `(stage = 'CANCELLED') = (cancelled_at is not null and cancelled_by_id is not null and cancel_reason is not null)`,
    },
  ],
  indexes: [
    { name: 'corrective_action_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'corrective_action_company_stage_idx', properties: ['companyId', 'stage', 'dueAt', 'id'] },
    { name: 'corrective_action_company_source_idx', properties: ['companyId', 'sourceId', 'id'] },
    { name: 'corrective_action_company_owner_idx', properties: ['companyId', 'ownerId', 'id'] },
  ],
  ...fence('corrective_action', { estate: 'nullable' }),
});

export class CorrectiveAction extends CorrectiveActionSchema.class {}
CorrectiveActionSchema.setClass(CorrectiveAction);
