import { nextComplaintStage, type ComplaintVerb } from '../../../domain/complaint/complaint-life.js';
import type { ComplaintStage } from '../../../domain/complaint/complaint-stage.js';
import { notFound } from '../../../domain/errors.js';
import type { Action } from '../../../domain/identity/action.js';
import { phaseOf } from '../../../domain/ticket/lives.js';
import { assertOwnWork } from '../../../domain/ticket/merging.js';
import { notBefore, type Predecessor } from '../../../domain/ticket/not-before.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { assertNotAbout } from '../../ticket/steps/assert-not-about.js';
import { takeTicketStep, type TicketStepInput } from '../../ticket/steps/take-ticket-step.js';

/** A complaint under way in a command: its ticket, its handling part, and the instant of the step. */
export interface ComplaintStep {
  readonly ticket: Ticket;
  readonly complaint: Complaint;
  readonly at: Date;
}

/**
 * Takes a step on a complaint: ticket and handling part are locked and authorised, the instant is settled. Nobody works
 * on a complaint against oneself.
 * @rule D-16
 * @throws NOT_FOUND when the fence does not show the ticket, or it is no complaint
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the ticket's estate
 * @throws RULE_REFUSED D-16 for whoever the complaint is about
 * @throws INVALID_INPUT when the claimed instant lies before the receipt or what the step follows
 */
export async function takeComplaintStep(
  ctx: CommandContext,
  input: TicketStepInput,
  action: Action,
  follows: (complaint: Complaint) => Predecessor | null = () => null,
): Promise<ComplaintStep> {
  const ticket = await takeTicketStep(ctx, input, action);
  const { companyId } = ctx;
  const complaint =
    ticket.kind === 'COMPLAINT' ? await ctx.em.findOne(Complaint, { companyId, ticketId: ticket.id }) : null;
  if (!complaint) throw notFound('complaint');
  assertNotAbout(ctx, ticket);
  const predecessor = follows(complaint) ?? { name: 'reportedAt', at: ticket.reportedAt };
  const at = notBefore(predecessor, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  return { ticket, complaint, at };
}

/**
 * @throws RULE_REFUSED with what is allowed, when the stage does not take the verb, or the work is done on the ticket that
 * it has joined
 */
export function moveComplaint(ticket: Ticket, verb: ComplaintVerb): void {
  if (verb === 'rectify' || verb === 'reportRectification') assertOwnWork(ticket);
  const stage = nextComplaintStage(verb, ticket.stage as ComplaintStage);
  ticket.stage = stage;
  ticket.phase = phaseOf('COMPLAINT', stage);
}
