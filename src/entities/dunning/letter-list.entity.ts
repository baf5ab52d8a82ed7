import { defineEntity, p } from '@mikro-orm/core';
import { LETTER_LIST_STATES } from '../../domain/dunning/approved-list.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** Lawyer's letters that are proposed together (发放律师函名单); which letters they are never changes. @rule R-DUN-10 @rule R-DUN-11 */
export const LetterListSchema = defineEntity({
  name: 'LetterList',
  tableName: 'letter_list',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    state: p.enum(LETTER_LIST_STATES),
    proposedBy: col.ref(),
    proposedAt: col.instant(),
    approvedAt: col.instant().nullable(),
    filedAt: col.instant().nullable(),
    /** Under which number the company files it. */
    fileNumber: col.text().nullable(),
    sentOn: col.day().nullable(),
    /** Who has issued the letters; null where the company itself has. */
    lawFirm: col.text().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'letter_list_approved_before_sent',
      expression: `(state in ('APPROVED', 'FILED', 'SENT')) = (approved_at is not null) and (state in ('FILED', 'SENT')) = (filed_at is not null) and (filed_at is null) = (file_number is null) and (state = 'SENT') = (sent_on is not null)`,
    },
  ],
  indexes: [{ name: 'letter_list_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('letter_list', { estate: 'required' }),
});

export class LetterList extends LetterListSchema.class {}
LetterListSchema.setClass(LetterList);
