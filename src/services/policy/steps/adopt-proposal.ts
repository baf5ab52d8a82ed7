import { ruleRefused } from '../../../domain/errors.js';
import { assertPolicyKey } from '../../../domain/policy/policies.js';
import type { Approval } from '../../../entities/approval/approval.entity.js';
import { PolicyProposal } from '../../../entities/policy/policy-proposal.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { setPolicyVersion } from './set-policy-version.js';

/**
 * Makes an approved proposal the next version of its policy.
 * @rule R-ORG-68, R-MET-09
 * @throws RULE_REFUSED R-MET-09 when its first day has passed: sent back, it can be submitted with a later one; the
 * policy's key when the estate may not differ any more
 */
export async function adoptProposal(ctx: CommandContext, { id: approvalId, subjectId }: Approval): Promise<void> {
  const proposal = await findRow(ctx, PolicyProposal, 'proposal', subjectId);
  const { key, effectiveFrom, estatesMayOverride, reason } = proposal;
  const estateId = proposal.estateId ?? null;
  assertPolicyKey('key', key);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  if (effectiveFrom < today)
    throw ruleRefused('R-MET-09', 'The first day of the change has passed: send it back.', { effectiveFrom, today });
  const value: unknown = proposal.value ?? null;
  await setPolicyVersion(ctx, { key, estateId, effectiveFrom, value, estatesMayOverride, reason, approvalId });
}
