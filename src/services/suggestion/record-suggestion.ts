import type { CommandContext } from '../command/command-context.js';
import type { Report } from '../ticket/steps/new-ticket.js';
import { openTicket } from '../ticket/steps/open-ticket.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepResult } from '../ticket/steps/take-ticket-step.js';

/**
 * Takes a suggestion down. Needs `request.take` on the estate; a resident suggests by APP for a unit held today.
 * @rule R-REC-09 @rule R-DSP-17 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws INVALID_INPUT when the claimed instant is impossible or the category does not fit
 */
export async function recordSuggestion(ctx: CommandContext, input: Report): Promise<TicketStepResult> {
  const { ticket, at } = await openTicket(ctx, input, 'SUGGESTION', 'request.take');
  const { channel, categoryId = null } = ticket;
  recordTicketEvent(ctx, ticket, {
    type: 'SUGGESTION_RECORDED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { channel, categoryId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
