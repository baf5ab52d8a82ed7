import { defineEntity, p } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A client's command id with the verdict that it received, so that a repeat receives it again. */
export const CommandClaimSchema = defineEntity({
  name: 'CommandClaim',
  tableName: 'command_claim',
  properties: {
    companyId: col.companyId().primary(),
    principalId: col.ref().primary(),
    commandId: col.ref().primary(),
    name: col.text(),
    inputHash: col.text(),
    outcome: p.enum(['PENDING', 'DONE', 'REFUSED'] as const),
    verdict: col.json<Record<string, unknown>>(),
    createdAt: col.instant(),
  },
  indexes: [{ name: 'command_claim_company_created_idx', properties: ['companyId', 'createdAt'] }],
  ...fence('command_claim', { estate: 'none', principalColumn: 'principal_id' }),
});

export class CommandClaim extends CommandClaimSchema.class {}
CommandClaimSchema.setClass(CommandClaim);
