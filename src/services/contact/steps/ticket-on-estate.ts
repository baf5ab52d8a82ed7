import { notFound } from '../../../domain/errors.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { may } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * The ticket that an entry is about, locked: of the same estate, one that the actor may read, and not a complaint about
 * the actor. @rule D-16
 * @throws NOT_FOUND otherwise
 */
export async function ticketOnEstate(ctx: CommandContext, ticketId: string, estateId: string): Promise<Ticket> {
  const ticket = await ctx.load(Ticket, 'ticket', ticketId);
  const about = ticket.againstStaffId === ctx.principal.subjectId;
  if (ticket.estateId !== estateId || about || !may(ctx.principal, 'ticket.read', estateId)) throw notFound('ticket');
  return ticket;
}
