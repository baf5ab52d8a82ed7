import { notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import type { Action } from '../../../domain/identity/action.js';
import { timeOfNextStep } from '../../../domain/ticket/milestones.js';
import { nextStage, type RepairVerb } from '../../../domain/ticket/repair-life.js';
import { phaseOfRepair } from '../../../domain/ticket/repair-stage.js';
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
 * Takes one step of a repair's life: the row is locked, authorised, in its next stage and version, and the step's
 * instant is settled; the use case adds its own facts and records the event.
 * @throws NOT_FOUND when the fence does not show the ticket
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the ticket's estate
 * @throws RULE_REFUSED when the stage does not take the verb
 * @throws INVALID_INPUT when the claimed instant is impossible
 */
export async function takeRepairStep(
  ctx: CommandContext,
  input: TicketStepInput,
  verb: RepairVerb,
  action: Action,
): Promise<{ ticket: Ticket; at: Date }> {
  if (!isId(input.ticketId)) throw notFound('ticket');
  const ticket = await ctx.load(Ticket, 'ticket', input.ticketId, input.expectedVersion);
  authorizeOn(ctx.principal, action, ticket.estateId);
  const stage = nextStage(verb, ticket.stage);
  const at = timeOfNextStep(ticket, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  ticket.stage = stage;
  ticket.phase = phaseOfRepair(stage);
  ticket.version += 1;
  return { ticket, at };
}
