import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { endVisit } from './steps/visits.js';
import { writeNote } from './steps/write-note.js';

interface DeclineTicket extends TicketStepInput {
  /** What the customer was told: why it is outside the service, and where help is to be had. */
  readonly explanation: string;
}

/**
 * Ends a ticket that lies outside the company's service, with what the customer was told; a repair also when it turns out
 * so on site. Needs `ticket.decline` on the estate.
 * @rule R-DSP-12 @rule D-05
 * @throws RULE_REFUSED once it is too far
 */
export async function declineTicket(ctx: CommandContext, input: DeclineTicket): Promise<TicketStepResult> {
  const { ticket, at: end } = await takeSharedStep(ctx, input, 'decline', 'ticket.decline');
  const at = await endVisit(ctx, ticket, 'OUT_OF_SCOPE', end, input.occurredAt != null);
  ticket.closedAt = at;
  ticket.nextReplyDueAt = null;
  const noteId = writeNote(ctx, ticket, { kind: 'FINAL_REPLY', text: input.explanation, at });
  recordTicketEvent(ctx, ticket, {
    type: `${ticket.kind}_DECLINED`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
