import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordTicketEvent } from './record-ticket-event.js';

/** Has an order, in its next stage and version already, go on to Engineering. @rule R-RPR-05 @rule R-RPR-06 */
export function forward(ctx: CommandContext, ticket: Ticket, at: Date): void {
  ticket.forwardedAt = at;
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_FORWARDED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { urgency: ticket.urgency ?? null },
  });
}
