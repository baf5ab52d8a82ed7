import { defineEntity, p } from '@mikro-orm/core';
import { LETTER_GROUNDS } from '../../domain/dunning/letter-ground.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A lawyer's letter to a debtor (律师函), with what was overdue when it was proposed. Sent is not served. @rule R-DUN-07 @rule D-09 */
export const LawyerLetterSchema = defineEntity({
  name: 'LawyerLetter',
  tableName: 'lawyer_letter',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    listId: col.ref(),
    caseId: col.ref(),
    ground: p.enum(LETTER_GROUNDS),
    arrearsMinor: col.big(),
    arrearsFrom: col.day().nullable(),
    arrearsUntil: col.day().nullable(),
    /** That it is not sent after all: settled meanwhile, dunning stopped, or the list dropped. */
    droppedAt: col.instant().nullable(),
    sentOn: col.day().nullable(),
    /** Whether it might be sent when it was. */
    eligibleWhenSent: col.flag().nullable(),
    servedOn: col.day().nullable(),
  },
  checks: [
    {
      name: 'lawyer_letter_sent_before_served',
      expression: `(sent_on is null) = (eligible_when_sent is null) and (served_on is null or sent_on is not null) and (dropped_at is null or sent_on is null)`,
    },
  ],
  indexes: [
    { name: 'lawyer_letter_company_list_idx', properties: ['companyId', 'listId', 'id'] },
    { name: 'lawyer_letter_company_case_idx', properties: ['companyId', 'caseId', 'id'] },
    { name: 'lawyer_letter_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('lawyer_letter', { estate: 'required' }),
});

export class LawyerLetter extends LawyerLetterSchema.class {}
LawyerLetterSchema.setClass(LawyerLetter);
