import type { Action } from '../../../domain/identity/action.js';
import { ticketStep } from '../../../domain/ticket/lives.js';
import type { TicketKind } from '../../../domain/ticket/ticket-kind.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { logIntake } from '../../contact/steps/log-intake.js';
import { newTicket, type Report } from './new-ticket.js';

/**
 * Takes something down that a customer or member of staff brings up, as a new ticket in the first stage of its kind's
 * life; what staff took from a customer stands in the contact log too. The caller adds what its kind alone has and tells.
 * @rule R-REC-08 @rule R-REC-24 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer, category or the entry of the contact log are not seen or lie elsewhere
 * @throws FORBIDDEN when the action does not reach the estate
 * @throws INVALID_INPUT when the claimed instant is impossible, a resident names no unit or another channel, or the
 * category is not for this kind or not offered on that day
 */
export async function openTicket(
  ctx: CommandContext,
  input: Report,
  kind: TicketKind,
  action: Action,
): Promise<{ ticket: Ticket; at: Date }> {
  const { estate, at, row } = await newTicket(ctx, input, kind, action);
  const ticket = ctx.em.create(Ticket, { ...row, ...ticketStep(kind, 'record', null) });
  ctx.em.persist(ticket);
  await logIntake(ctx, ticket, { estate, contactId: input.contactId ?? null });
  return { ticket, at };
}
