import { ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/** A cancellation says why. */
interface CancelTicket extends TicketStepInput {
  readonly reason: string;
}

/**
 * Calls a ticket off and closes it: a repair while nobody works on site, a complaint until it is answered. The reason
 * stays in the ticket, for staff. Needs `ticket.cancel` on the estate; a resident cancels tickets of own occupancies only,
 * the fence shows no others, and a repair before the first visit.
 * @rule R-RPR-01 @rule R-CMP-04 @rule D-30
 * @throws RULE_REFUSED once it is too far
 */
export async function cancelTicket(ctx: CommandContext, input: CancelTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeSharedStep(ctx, input, 'cancel', 'ticket.cancel');
  if (ctx.principal.kind === 'RESIDENT' && ticket.visits > 0)
    throw ruleRefused('R-RPR-01', 'Somebody has been there: the front desk calls it off.', { visits: ticket.visits });
  ticket.closedAt = at;
  ticket.cancelReason = input.reason;
  ticket.nextReplyDueAt = null;
  recordTicketEvent(ctx, ticket, { type: `${ticket.kind}_CANCELLED`, occurredAt: at, visibility: 'CUSTOMER' });
  return { ticketId: ticket.id, version: ticket.version };
}
