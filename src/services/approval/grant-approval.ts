import type { CommandContext } from '../command/command-context.js';
import { recordDecision, type ApprovalResult } from './steps/record-decision.js';
import { takeForDecision, type ApprovalStepInput } from './steps/take-approval.js';
import { carryOut } from './effects.js';

/**
 * Approves, and carries out what was approved in the same transaction. Needs the action of the approval, or a post that
 * one stands in for.
 * @rule R-ORG-68, Q-43
 * @throws NOT_FOUND approval
 * @throws FORBIDDEN the action of the approval
 * @throws RULE_REFUSED unless it is IN_APPROVAL; for the own matter; outside the dates of a deputyship; when what was
 * prepared cannot be carried out any more
 * @throws CONFLICT when it has changed meanwhile
 */
export async function grantApproval(ctx: CommandContext, input: ApprovalStepInput): Promise<ApprovalResult> {
  const { approval, onBehalfOf } = await takeForDecision(ctx, input, 'grant');
  const result = recordDecision(ctx, approval, 'APPROVED', { verdict: 'APPROVED', onBehalfOf });
  await carryOut(ctx, approval);
  return result;
}
