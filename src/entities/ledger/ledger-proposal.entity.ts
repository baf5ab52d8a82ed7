import { defineEntity, p } from '@mikro-orm/core';
import { PROPOSED_CHANGES } from '../../domain/ledger/proposed-change.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A change of an account as it was submitted for approval. Never changed. @rule R-ORG-68 @rule D-22 */
export const LedgerProposalSchema = defineEntity({
  name: 'LedgerProposal',
  tableName: 'ledger_proposal',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    payerId: col.ref(),
    kind: p.enum(PROPOSED_CHANGES),
    chargeId: col.ref().nullable(),
    paymentId: col.ref().nullable(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    /** Why, for whoever decides. */
    reason: col.text(),
    proposedBy: col.ref(),
    proposedAt: col.instant(),
  },
  checks: [
    { name: 'ledger_proposal_amount_positive', expression: 'amount_minor > 0' },
    {
      name: 'ledger_proposal_has_side',
      expression: `(charge_id is not null) = (kind <> 'REFUND') and (payment_id is not null) = (kind = 'REFUND')`,
    },
  ],
  indexes: [
    { name: 'ledger_proposal_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'ledger_proposal_company_charge_idx', properties: ['companyId', 'chargeId', 'id'] },
    { name: 'ledger_proposal_company_payment_idx', properties: ['companyId', 'paymentId', 'id'] },
  ],
  ...fence('ledger_proposal', { estate: 'required' }),
});

export class LedgerProposal extends LedgerProposalSchema.class {}
LedgerProposalSchema.setClass(LedgerProposal);
