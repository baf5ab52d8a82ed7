import { assertEffective } from '../../../domain/policy/policy-at.js';
import { assertMayDiffer } from '../../../domain/policy/setting-change.js';
import { PolicyProposal } from '../../../entities/policy/policy-proposal.entity.js';
import { newId } from '../../../entities/new-id.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyBookOf } from './policy-in-force.js';
import type { PolicySetting } from './set-policy-version.js';

/**
 * Writes down what is proposed, as it will be approved.
 * @throws INVALID_INPUT when it would begin in the past
 * @throws RULE_REFUSED with the policy's key when the estate may not differ
 */
export async function writeProposal(ctx: CommandContext, setting: PolicySetting): Promise<PolicyProposal> {
  const { key, estateId, effectiveFrom, value, estatesMayOverride, reason } = setting;
  assertEffective(effectiveFrom, await dayAt(ctx, estateId, ctx.clock.now()));
  assertMayDiffer(await policyBookOf(ctx, estateId), key, estateId, effectiveFrom);
  return ctx.em.create(PolicyProposal, {
    companyId: ctx.companyId,
    id: newId(),
    key,
    estateId,
    effectiveFrom,
    value,
    estatesMayOverride,
    reason,
    proposedAt: ctx.clock.now(),
  });
}
