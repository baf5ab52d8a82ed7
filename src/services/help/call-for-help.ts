import type { CommandContext } from '../command/command-context.js';
import type { Report } from '../ticket/steps/new-ticket.js';
import { openTicket } from '../ticket/steps/open-ticket.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepResult } from '../ticket/steps/take-ticket-step.js';

/**
 * Takes a call for help down (报警求助); who is on duty is told at once. Needs `help.call` on the estate; a resident calls
 * by APP for a unit held today.
 * @rule R-EMG-11 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws INVALID_INPUT when the claimed instant is impossible or the category does not fit
 */
export async function callForHelp(ctx: CommandContext, input: Report): Promise<TicketStepResult> {
  const { ticket, at } = await openTicket(ctx, input, 'HELP_CALL', 'help.call');
  const { channel, categoryId = null } = ticket;
  recordTicketEvent(ctx, ticket, {
    type: 'HELP_CALL_REPORTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { channel, categoryId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
