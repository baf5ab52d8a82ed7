import type { CommandContext } from '../command/command-context.js';
import { letGo } from './effects.js';
import { recordDecision, type ApprovalResult } from './steps/record-decision.js';
import { takeAsPreparer, type ApprovalStepInput } from './steps/take-approval.js';

/**
 * Takes back what one has prepared, while it is not approved; what waited for it is let go.
 * @rule Q-18
 * @throws NOT_FOUND approval
 * @throws RULE_REFUSED Q-18 once it is approved or withdrawn, or for somebody else than the preparer
 * @throws CONFLICT when it has changed meanwhile
 */
export async function withdrawApproval(ctx: CommandContext, input: ApprovalStepInput): Promise<ApprovalResult> {
  const approval = await takeAsPreparer(ctx, input, 'withdraw');
  const result = recordDecision(ctx, approval, 'WITHDRAWN', { verdict: 'WITHDRAWN' });
  await letGo(ctx, approval);
  return result;
}
