import { sharedStep } from '../../domain/ticket/lives.js';
import { concernsCustomer, oweCallback } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
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
  if (!concernsCustomer(ticket)) {
    Object.assign(ticket, sharedStep(ticket.kind, 'close', ticket.stage));
    ticket.closedAt = at;
    ticket.version += 1;
    recordTicketEvent(ctx, ticket, { type: 'REPAIR_CLOSED', occurredAt: at, visibility: 'INTERNAL' });
  }
  return { ticketId: ticket.id, version: ticket.version };
}
