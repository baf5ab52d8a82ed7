import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/** A cancellation says why. */
interface CancelTicket extends TicketStepInput {
  readonly reason: string;
}

/**
 * Calls a ticket off while nobody has accepted it, and closes it; the reason stays in the ticket, for staff. Needs
 * `ticket.cancel` on the estate; a resident cancels tickets of own occupancies only, the fence shows no others.
 * @rule R-RPR-01 @rule D-30
 * @throws RULE_REFUSED once it is accepted
 */
export async function cancelTicket(ctx: CommandContext, input: CancelTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'cancel', 'ticket.cancel');
  ticket.closedAt = at;
  ticket.cancelReason = input.reason;
  recordTicketEvent(ctx, ticket, { type: 'REPAIR_CANCELLED', occurredAt: at, visibility: 'CUSTOMER' });
  return { ticketId: ticket.id, version: ticket.version };
}
