import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import { takeKindStep } from '../ticket/steps/take-kind-step.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';

/**
 * Records that whoever says so has come to somebody who called for help; the first arrival stands as `arrivedAt`. Needs
 * `help.attend` on the estate.
 * @rule R-EMG-02 @rule R-EMG-10
 * @throws NOT_FOUND when it is no help call
 * @throws RULE_REFUSED when it is over
 */
export async function arriveAtHelpCall(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at } = await takeKindStep(ctx, input, ['HELP_CALL'], 'arrive', 'help.attend');
  ticket.startedAt ??= at;
  ticket.assigneeId ??= ctx.principal.subjectId;
  ticket.visits += 1;
  recordTicketEvent(ctx, ticket, {
    type: 'HELP_CALL_ARRIVED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { visits: ticket.visits },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
