import { PolicyProposal } from '../../entities/policy/policy-proposal.entity.js';
import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitAgain } from '../approval/steps/submit-for-approval.js';
import { takeAsPreparer, type ApprovalStepInput } from '../approval/steps/take-approval.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { readPolicyChange, type PolicyChange } from './steps/read-change.js';
import { writeProposal } from './steps/write-proposal.js';

/** The change as it stands now; policy and estate stay as they were proposed. */
type ResubmitPolicyChange = ApprovalStepInput & Omit<PolicyChange, 'key' | 'estateId' | 'expectedVersion'>;

/**
 * Submits a proposal again that was sent back, as it was or changed: its way begins anew.
 * @rule Q-18, R-ORG-68
 * @throws NOT_FOUND approval
 * @throws FORBIDDEN policy.change
 * @throws INVALID_INPUT for a value of another shape, or a day in the past
 * @throws RULE_REFUSED Q-18 unless it was sent back, or for somebody else than the preparer; the policy's key when the
 * estate may not differ
 * @throws CONFLICT when it has changed meanwhile
 */
export async function resubmitPolicyChange(ctx: CommandContext, input: ResubmitPolicyChange): Promise<ApprovalResult> {
  const approval = await takeAsPreparer(ctx, input, 'resubmit');
  const { key, estateId } = await findRow(ctx, PolicyProposal, 'proposal', approval.subjectId);
  const change = { ...input, key, estateId: estateId ?? null, expectedVersion: null };
  const proposal = await writeProposal(ctx, await readPolicyChange(ctx, change));
  return submitAgain(ctx, approval, proposal.id);
}
