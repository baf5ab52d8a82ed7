import { defineEntity, p } from '@mikro-orm/core';
import { SERVED_DOCUMENTS } from '../../domain/dunning/document-service.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A household on a public list of debtors. @rule R-DUN-15 @rule Q-20 */
export const DebtorListLineSchema = defineEntity({
  name: 'DebtorListLine',
  tableName: 'debtor_list_line',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    listId: col.ref(),
    caseId: col.ref(),
    unitId: col.ref(),
    /** What could not be served by post. */
    document: p.enum(SERVED_DOCUMENTS),
    arrearsMinor: col.big(),
  },
  indexes: [
    { name: 'debtor_list_line_company_list_idx', properties: ['companyId', 'listId', 'id'] },
    { name: 'debtor_list_line_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('debtor_list_line', { estate: 'required' }),
});

export class DebtorListLine extends DebtorListLineSchema.class {}
DebtorListLineSchema.setClass(DebtorListLine);
