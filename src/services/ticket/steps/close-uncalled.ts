import { sharedStep } from '../../../domain/ticket/lives.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordTicketEvent } from './record-ticket-event.js';

/** Files a returned order that concerns no customer: nobody is called back about it. @rule D-05 */
export function closeUncalled(ctx: CommandContext, ticket: Ticket, at: Date): void {
  Object.assign(ticket, sharedStep(ticket.kind, 'close', ticket.stage));
  ticket.closedAt = at;
  ticket.version += 1;
  recordTicketEvent(ctx, ticket, { type: 'REPAIR_CLOSED', occurredAt: at, visibility: 'INTERNAL' });
}
