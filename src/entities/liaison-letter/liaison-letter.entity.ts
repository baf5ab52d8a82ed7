import { defineEntity, p } from '@mikro-orm/core';
import { FEEDBACK_MODES, LETTER_SOURCES } from '../../domain/liaison-letter/letter-source.js';
import { LETTER_STAGES } from '../../domain/liaison-letter/letter-stage.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * A work liaison letter: what an estate cannot solve, with its proposal, on its way through the one window at head office and
 * back. Its words are staff's. @rule R-ESC-01 @rule R-ESC-02
 */
export const LiaisonLetterSchema = defineEntity({
  name: 'LiaisonLetter',
  tableName: 'liaison_letter',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    number: col.text(),
    /** The series that the number was drawn from, and its count there. */
    numberSeries: col.text().nullable(),
    numberSerial: col.int().nullable(),
    stage: p.enum(LETTER_STAGES),
    sourceKind: p.enum(LETTER_SOURCES),
    /** Null for something else. */
    sourceId: col.ref().nullable(),
    subject: col.text(),
    matter: col.text(),
    /** What the centre would do. @rule R-ESC-01 */
    proposal: col.text().nullable(),
    draftedById: col.ref(),
    draftedAt: col.instant(),
    sentById: col.ref().nullable(),
    /** When it was sent first. */
    sentAt: col.instant().nullable(),
    /** By when the company owes its answer. @rule Q-27 */
    dueAt: col.instant().nullable(),
    /** The department that it was passed to last. @rule R-ESC-04 */
    departmentId: col.ref().nullable(),
    passedAt: col.instant().nullable(),
    /** Of the last answer. */
    answeredAt: col.instant().nullable(),
    disputes: col.int(),
    feedbackMode: p.enum(FEEDBACK_MODES).nullable(),
    feedback: col.text().nullable(),
    /** When the owner was told, or it was said that there is none to tell. */
    closedAt: col.instant().nullable(),
    closedById: col.ref().nullable(),
    withdrawnAt: col.instant().nullable(),
    withdrawnById: col.ref().nullable(),
    withdrawReason: col.text().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'liaison_letter_source', expression: `(source_kind = 'OTHER') = (source_id is null)` },
    {
      name: 'liaison_letter_sent',
      expression: `stage in ('DRAFTED', 'WITHDRAWN') or (proposal is not null and sent_by_id is not null and sent_at is not null and due_at is not null)`,
    },
    { name: 'liaison_letter_passed', expression: `(department_id is null) = (passed_at is null)` },
    { name: 'liaison_letter_answered', expression: `(stage in ('ANSWERED', 'CLOSED')) = (answered_at is not null)` },
    {
      name: 'liaison_letter_closed',
      expression: `(stage = 'CLOSED') = (closed_at is not null and closed_by_id is not null and feedback_mode is not null)`,
    },
    {
      name: 'liaison_letter_withdrawn',
      expression: `(stage = 'WITHDRAWN') = (withdrawn_at is not null and withdrawn_by_id is not null and withdraw_reason is not null)`,
    },
  ],
  uniques: [{ name: 'liaison_letter_company_estate_number_key', properties: ['companyId', 'estateId', 'number'] }],
  indexes: [
    { name: 'liaison_letter_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'liaison_letter_company_stage_idx', properties: ['companyId', 'stage', 'id'] },
    { name: 'liaison_letter_company_source_idx', properties: ['companyId', 'sourceId', 'id'] },
  ],
  ...fence('liaison_letter', { estate: 'required' }),
});

export class LiaisonLetter extends LiaisonLetterSchema.class {}
LiaisonLetterSchema.setClass(LiaisonLetter);
