import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { writeNote } from '../ticket/steps/write-note.js';
import { moveComplaint, takeComplaintStep } from './steps/take-complaint-step.js';

interface RectifyComplaint extends TicketStepInput {
  /** What was done. */
  readonly measure: string;
}

/**
 * Records that the department has put right what was complained about. Needs `complaint.rectify` on the estate.
 * @rule R-CMP-10 @rule R-CMP-20 @rule R-CMP-26 @rule D-16
 * @throws RULE_REFUSED when it is rectified or answered already
 */
export async function rectifyComplaint(ctx: CommandContext, input: RectifyComplaint): Promise<TicketStepResult> {
  const { ticket, complaint, at } = await takeComplaintStep(ctx, input, 'complaint.rectify');
  moveComplaint(ticket, 'rectify');
  complaint.rectifiedAt = at;
  const noteId = writeNote(ctx, ticket, { kind: 'RECTIFICATION', text: input.measure, at });
  recordTicketEvent(ctx, ticket, {
    type: 'COMPLAINT_RECTIFIED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
