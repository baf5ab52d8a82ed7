import type { Action } from '../../../domain/identity/action.js';
import { ServiceRequest } from '../../../entities/service/service-request.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { takeKindStep } from '../../ticket/steps/take-kind-step.js';
import type { TicketStepInput } from '../../ticket/steps/take-ticket-step.js';

/**
 * Takes a step on a service request: ticket and terms, locked by the ticket.
 * @throws NOT_FOUND when the fence does not show the ticket, or it is no service request
 * @throws RULE_REFUSED when the stage does not take the verb; beside what `takeKindStep` throws
 */
export async function takeServiceStep(
  ctx: CommandContext,
  input: TicketStepInput,
  verb: string,
  action: Action,
): Promise<{ ticket: Ticket; service: ServiceRequest; at: Date }> {
  const { ticket, at } = await takeKindStep(ctx, input, ['SERVICE_REQUEST'], verb, action);
  const service = await ctx.em.findOneOrFail(ServiceRequest, { companyId: ctx.companyId, ticketId: ticket.id });
  return { ticket, service, at };
}
