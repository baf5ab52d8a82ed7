import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitForApproval } from '../approval/steps/submit-for-approval.js';
import type { CommandContext } from '../command/command-context.js';
import { readPolicyChange, type PolicyChange } from './steps/read-change.js';
import { writeProposal } from './steps/write-proposal.js';

/**
 * Proposes a change of a policy: an estate's is reviewed by the quality department, every one is approved by a company
 * leader, and takes effect then. Needs `policy.change` on the estate, or on all for the company's own.
 * @rule R-ORG-68, R-MET-09
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN policy.change
 * @throws INVALID_INPUT for an unknown key, a value of another shape, or a day in the past
 * @throws RULE_REFUSED with the policy's key when the estate may not differ; R-ORG-68 for another system
 */
export async function proposePolicyChange(ctx: CommandContext, input: PolicyChange): Promise<ApprovalResult> {
  const proposal = await writeProposal(ctx, await readPolicyChange(ctx, input));
  return submitForApproval(ctx, { kind: 'POLICY_CHANGE', id: proposal.id, estateId: proposal.estateId ?? null });
}
