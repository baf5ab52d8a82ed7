import { defineEntity, p } from '@mikro-orm/core';
import { DEBTOR_LIST_STATES } from '../../domain/dunning/approved-list.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A list of debtors for the board in the lobby (欠费户清单); which lines it has never changes. @rule R-DUN-15 @rule Q-20 */
export const DebtorListSchema = defineEntity({
  name: 'DebtorList',
  tableName: 'debtor_list',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    state: p.enum(DEBTOR_LIST_STATES),
    /** Whether names stand beside rooms and amounts, by the policy when it was proposed. */
    showsNames: col.flag(),
    proposedBy: col.ref(),
    proposedAt: col.instant(),
    approvedAt: col.instant().nullable(),
    postedAt: col.instant().nullable(),
    notarised: col.flag(),
    version: col.int(),
  },
  checks: [
    {
      name: 'debtor_list_approved_before_posted',
      expression: `(state in ('APPROVED', 'POSTED')) = (approved_at is not null) and (state = 'POSTED') = (posted_at is not null)`,
    },
  ],
  indexes: [{ name: 'debtor_list_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('debtor_list', { estate: 'required' }),
});

export class DebtorList extends DebtorListSchema.class {}
DebtorListSchema.setClass(DebtorList);
