import type { CommandContext } from '../command/command-context.js';
import { recordDecision, type ApprovalResult } from './steps/record-decision.js';
import { takeForDecision, type ApprovalStepInput } from './steps/take-approval.js';

/**
 * Passes what was prepared on to approval, having reviewed it. Needs the action of the review, or a post that one stands
 * in for.
 * @rule R-ORG-68, Q-43
 * @throws NOT_FOUND approval
 * @throws FORBIDDEN the action of the review
 * @throws RULE_REFUSED unless it is IN_REVIEW; for the own matter; outside the dates of a deputyship
 * @throws CONFLICT when it has changed meanwhile
 */
export async function reviewApproval(ctx: CommandContext, input: ApprovalStepInput): Promise<ApprovalResult> {
  const { approval, onBehalfOf } = await takeForDecision(ctx, input, 'review');
  return recordDecision(ctx, approval, 'IN_APPROVAL', { verdict: 'REVIEWED', onBehalfOf });
}
