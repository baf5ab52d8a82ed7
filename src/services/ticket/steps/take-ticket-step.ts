import { notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import type { Action } from '../../../domain/identity/action.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every step of a ticket's life takes. */
export interface TicketStepInput extends CommandInput {
  readonly ticketId: string;
  /** The version that the client has seen. */
  readonly expectedVersion?: number | null;
  /** When it happened, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/** What every step of a ticket's life answers. */
export interface TicketStepResult {
  readonly ticketId: string;
  readonly version: number;
}

/**
 * Takes a step on a ticket of any kind: the row is locked, authorised and in its next version. What the step does to
 * its stage is the caller's.
 * @throws NOT_FOUND when the fence does not show the ticket
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the ticket's estate
 */
export async function takeTicketStep(ctx: CommandContext, input: TicketStepInput, action: Action): Promise<Ticket> {
  if (!isId(input.ticketId)) throw notFound('ticket');
  const ticket = await ctx.load(Ticket, 'ticket', input.ticketId, input.expectedVersion);
  authorizeOn(ctx.principal, action, ticket.estateId);
  ticket.version += 1;
  return ticket;
}
