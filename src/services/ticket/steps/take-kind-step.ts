import { notFound } from '../../../domain/errors.js';
import type { Action } from '../../../domain/identity/action.js';
import { ticketStep } from '../../../domain/ticket/lives.js';
import { timeOfNextStep } from '../../../domain/ticket/milestones.js';
import type { TicketKind } from '../../../domain/ticket/ticket-kind.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { takeTicketStep, type TicketStepInput } from './take-ticket-step.js';

/**
 * Takes a step that only tickets of some kinds know: the row is locked, authorised, in its next stage and version, and the
 * step's instant is settled.
 * @throws NOT_FOUND when the fence does not show the ticket, or it is of another kind
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the ticket's estate
 * @throws RULE_REFUSED when the stage does not take the verb
 * @throws INVALID_INPUT when the claimed instant is impossible
 */
export async function takeKindStep(
  ctx: CommandContext,
  input: TicketStepInput,
  kinds: readonly TicketKind[],
  verb: string,
  action: Action,
): Promise<{ ticket: Ticket; at: Date }> {
  const ticket = await takeTicketStep(ctx, input, action);
  if (!kinds.includes(ticket.kind)) throw notFound('ticket');
  const { stage, phase } = ticketStep(ticket.kind, verb, ticket.stage);
  const at = timeOfNextStep(ticket, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  ticket.stage = stage;
  ticket.phase = phase;
  return { ticket, at };
}
