import { ticketStep } from '../../domain/ticket/lives.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import { answer } from '../ticket/steps/answer.js';
import type { Report } from '../ticket/steps/new-ticket.js';
import { openTicket } from '../ticket/steps/open-ticket.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepResult } from '../ticket/steps/take-ticket-step.js';

interface RecordEnquiry extends Report {
  /** What the customer was told at once. */
  readonly answer?: string | null;
}

/**
 * Takes an enquiry down, answered at once where the desk could. Needs `request.take` on the estate, and `ticket.answer`
 * to answer; a resident asks by APP for a unit held today.
 * @rule R-REC-01 @rule R-REC-11 @rule R-REC-17 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws FORBIDDEN when an action does not reach the estate
 * @throws INVALID_INPUT when the claimed instant is impossible or the category does not fit
 */
export async function recordEnquiry(ctx: CommandContext, input: RecordEnquiry): Promise<TicketStepResult> {
  const { ticket, at } = await openTicket(ctx, input, 'ENQUIRY', 'request.take');
  const { channel, categoryId = null } = ticket;
  recordTicketEvent(ctx, ticket, {
    type: 'ENQUIRY_RECORDED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { channel, categoryId },
  });
  if (input.answer != null) {
    authorizeOn(ctx.principal, 'ticket.answer', ticket.estateId);
    Object.assign(ticket, ticketStep(ticket.kind, 'answer', ticket.stage));
    await ctx.em.flush();
    ticket.version += 1;
    answer(ctx, ticket, at, { text: input.answer, mode: null });
  }
  return { ticketId: ticket.id, version: ticket.version };
}
