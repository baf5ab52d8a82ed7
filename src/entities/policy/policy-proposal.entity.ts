import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What somebody wants a policy to be from a day on, as it was submitted for approval. Never changed. @rule R-ORG-68 */
export const PolicyProposalSchema = defineEntity({
  name: 'PolicyProposal',
  tableName: 'policy_proposal',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    key: col.text(),
    /** Null: for the company. */
    estateId: col.ref().nullable(),
    effectiveFrom: col.day(),
    /** Null gives up what was set on this level. */
    value: col.json<unknown>().nullable(),
    estatesMayOverride: col.flag(),
    reason: col.text(),
    proposedAt: col.instant(),
  },
  ...fence('policy_proposal', { estate: 'nullable' }),
});

export class PolicyProposal extends PolicyProposalSchema.class {}
PolicyProposalSchema.setClass(PolicyProposal);
