import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import { takeKindStep } from '../ticket/steps/take-kind-step.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { writeNote } from '../ticket/steps/write-note.js';

interface EndHelpCall extends TicketStepInput {
  /** What it was, and what was done. */
  readonly result: string;
}

/**
 * Ends a call for help with what was done, which the customer sees. Needs `help.attend` on the estate.
 * @rule R-EMG-08 @rule R-EMG-11
 * @throws NOT_FOUND when it is no help call
 * @throws RULE_REFUSED when it is over
 */
export async function endHelpCall(ctx: CommandContext, input: EndHelpCall): Promise<TicketStepResult> {
  const { ticket, at } = await takeKindStep(ctx, input, ['HELP_CALL'], 'end', 'help.attend');
  ticket.completedAt = at;
  ticket.closedAt = at;
  const noteId = writeNote(ctx, ticket, { kind: 'FINAL_REPLY', text: input.result, at });
  recordTicketEvent(ctx, ticket, {
    type: 'HELP_CALL_ENDED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
