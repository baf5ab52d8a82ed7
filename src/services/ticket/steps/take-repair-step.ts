import { notFound } from '../../../domain/errors.js';
import type { Action } from '../../../domain/identity/action.js';
import { phaseOf } from '../../../domain/ticket/lives.js';
import { assertOwnWork } from '../../../domain/ticket/merging.js';
import { timeOfNextStep } from '../../../domain/ticket/milestones.js';
import { nextStage, type RepairVerb } from '../../../domain/ticket/repair-life.js';
import type { RepairStage } from '../../../domain/ticket/repair-stage.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { takeTicketStep, type TicketStepInput } from './take-ticket-step.js';

/**
 * Takes one step of a repair's life: the row is locked, authorised, in its next stage and version, and the step's
 * instant is settled; the use case adds its own facts and records the event. How it was, customers say of the own ticket.
 * @throws NOT_FOUND when the fence does not show the ticket, or it is no repair
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the ticket's estate
 * @throws RULE_REFUSED when the stage does not take the verb, or the work is done on the ticket that it has joined
 * @throws INVALID_INPUT when the claimed instant is impossible
 */
export async function takeRepairStep(
  ctx: CommandContext,
  input: TicketStepInput,
  verb: RepairVerb,
  action: Action,
): Promise<{ ticket: Ticket; at: Date }> {
  const ticket = await takeTicketStep(ctx, input, action);
  if (ticket.kind !== 'REPAIR') throw notFound('repair');
  if (verb !== 'rate') assertOwnWork(ticket);
  const stage = nextStage(verb, ticket.stage as RepairStage);
  const at = timeOfNextStep(ticket, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  ticket.stage = stage;
  ticket.phase = phaseOf('REPAIR', stage);
  return { ticket, at };
}
