import { assertWhole, type SignatureClaim } from '../../domain/signature/assert-whole.js';
import type { CommandContext } from '../command/command-context.js';
import { signOrder } from '../signature/steps/sign-order.js';
import { takeTicketStep, type TicketStepInput, type TicketStepResult } from './steps/take-ticket-step.js';

interface SignRepair extends TicketStepInput, SignatureClaim {}

/**
 * Records a signature under a finished work order, or that the customer refused or was absent. The customer's needs
 * `repair.sign` on the estate of whoever holds the phone or the paper, or of the resident, who signs with the own account;
 * the head signs with `repair.countersign`.
 * @rule R-RPR-11 @rule R-RPR-12 @rule D-05
 * @throws INVALID_INPUT when the claim lacks what its mode needs
 * @throws RULE_REFUSED unless the order is COMPLETED and it is this signer's turn
 * @throws CONFLICT when another content was signed than the order has now
 */
export async function signRepair(ctx: CommandContext, input: SignRepair): Promise<TicketStepResult> {
  const action = input.signer === 'CUSTOMER' ? 'repair.sign' : 'repair.countersign';
  const ticket = await takeTicketStep(ctx, input, action);
  assertWhole(input, ctx.principal.kind === 'RESIDENT');
  await signOrder(ctx, ticket, input);
  return { ticketId: ticket.id, version: ticket.version };
}
