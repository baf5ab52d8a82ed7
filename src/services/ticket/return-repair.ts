import { concernsCustomer, oweCallback } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { closeUncalled } from './steps/close-uncalled.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/**
 * Gives a signed order back to the front desk, which then calls the customer back; one that concerns no customer is
 * closed at once. Needs `repair.return` on the estate.
 * @rule R-RPR-12 @rule R-RPR-13 @rule D-05
 * @throws RULE_REFUSED unless it is SIGNED
 * @throws INVALID_INPUT when it came back before the work was done
 */
export async function returnRepair(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'return', 'repair.return');
  ticket.returnedAt = at;
  recordTicketEvent(ctx, ticket, { type: 'REPAIR_RETURNED', occurredAt: at, visibility: 'CUSTOMER' });
  await oweCallback(ctx, ticket, at);
  if (!concernsCustomer(ticket)) closeUncalled(ctx, ticket, at);
  return { ticketId: ticket.id, version: ticket.version };
}
