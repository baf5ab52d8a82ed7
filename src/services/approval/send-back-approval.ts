import type { CommandContext } from '../command/command-context.js';
import { recordDecision, type ApprovalResult } from './steps/record-decision.js';
import { takeForDecision, type ApprovalStepInput } from './steps/take-approval.js';

/** Sending back says why. */
interface SendBackApproval extends ApprovalStepInput {
  readonly reason: string;
}

/**
 * Sends what was prepared back to who prepared it, with the reason. Needs what the present step needs.
 * @rule Q-18, R-ORG-68, Q-43
 * @throws NOT_FOUND approval
 * @throws FORBIDDEN the action of the present step
 * @throws RULE_REFUSED unless a decision is awaited; for the own matter; outside the dates of a deputyship
 * @throws CONFLICT when it has changed meanwhile
 */
export async function sendBackApproval(ctx: CommandContext, input: SendBackApproval): Promise<ApprovalResult> {
  const { approval, onBehalfOf } = await takeForDecision(ctx, input, 'sendBack');
  return recordDecision(ctx, approval, 'SENT_BACK', { verdict: 'SENT_BACK', onBehalfOf, reason: input.reason });
}
