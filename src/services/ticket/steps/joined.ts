import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordTicketEvent } from './record-ticket-event.js';

/** How many tickets have joined a ticket, as stored. */
export const joinedTo = (ctx: CommandContext, { id }: Ticket): Promise<number> =>
  ctx.em.count(Ticket, { companyId: ctx.companyId, mergedIntoId: id });

/** Tells how many callers a leading ticket has now, its own customer included. @rule D-27 */
export const recordCallers = (ctx: CommandContext, leading: Ticket, joined: number, occurredAt: Date): void =>
  recordTicketEvent(ctx, leading, {
    type: 'CALLERS_CHANGED',
    occurredAt,
    visibility: 'INTERNAL',
    facts: { callers: joined + 1 },
  });
