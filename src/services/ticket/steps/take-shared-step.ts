import type { Action } from '../../../domain/identity/action.js';
import { sharedStep } from '../../../domain/ticket/lives.js';
import type { SharedVerb } from '../../../domain/ticket/shared-verb.js';
import { assertOwnWork } from '../../../domain/ticket/merging.js';
import { timeOfNextStep } from '../../../domain/ticket/milestones.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { assertNotAbout } from './assert-not-about.js';
import { takeTicketStep, type TicketStepInput } from './take-ticket-step.js';

/**
 * Takes a step that tickets of all kinds share: the row is locked, authorised, in its next stage and version, and the
 * step's instant is settled. Nobody works on a complaint against oneself.
 * @rule D-16
 * @throws NOT_FOUND when the fence does not show the ticket
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the ticket's estate
 * @throws RULE_REFUSED when the stage does not take the verb, and D-16 for whoever the complaint is about
 * @throws INVALID_INPUT when the claimed instant is impossible
 */
export async function takeSharedStep(
  ctx: CommandContext,
  input: TicketStepInput,
  verb: SharedVerb,
  action: Action,
): Promise<{ ticket: Ticket; at: Date }> {
  const ticket = await takeTicketStep(ctx, input, action);
  assertNotAbout(ctx, ticket);
  if (verb === 'assign' || verb === 'transfer' || verb === 'decline') assertOwnWork(ticket);
  const { stage, phase } = sharedStep(ticket.kind, verb, ticket.stage);
  const at = timeOfNextStep(ticket, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  ticket.stage = stage;
  ticket.phase = phase;
  return { ticket, at };
}
