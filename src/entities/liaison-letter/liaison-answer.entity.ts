import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What the company answered to a letter, and why the centre could not do with it. @rule R-ESC-03 */
export const LiaisonAnswerSchema = defineEntity({
  name: 'LiaisonAnswer',
  tableName: 'liaison_answer',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    letterId: col.ref(),
    /** 1, 2, 3 … */
    round: col.int(),
    answer: col.text(),
    answeredById: col.ref(),
    answeredAt: col.instant(),
    /** The department that the letter lay with; null where the quality department answered by itself. */
    departmentId: col.ref().nullable(),
    /** Answered by the instant at which it was due. */
    inTime: col.flag(),
    disputedAt: col.instant().nullable(),
    disputedById: col.ref().nullable(),
    disputeReason: col.text().nullable(),
  },
  checks: [
    {
      name: 'liaison_answer_disputed',
      expression:
        '(disputed_at is null) = (disputed_by_id is null) and (disputed_at is null) = (dispute_reason is null)',
    },
  ],
  uniques: [{ name: 'liaison_answer_company_round_key', properties: ['companyId', 'letterId', 'round'] }],
  indexes: [{ name: 'liaison_answer_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('liaison_answer', { estate: 'required' }),
});

export class LiaisonAnswer extends LiaisonAnswerSchema.class {}
LiaisonAnswerSchema.setClass(LiaisonAnswer);
