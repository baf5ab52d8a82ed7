import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import { takeKindStep } from '../ticket/steps/take-kind-step.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { writeNote } from '../ticket/steps/write-note.js';

interface SetImprovementMeasure extends TicketStepInput {
  readonly measure: string;
}

/**
 * Sets what is done about a suggestion; again for another or a further measure. Needs `suggestion.improve` on the estate.
 * @rule R-DSP-17
 * @throws NOT_FOUND when it is no suggestion
 * @throws RULE_REFUSED when it is at its end
 */
export async function setImprovementMeasure(
  ctx: CommandContext,
  input: SetImprovementMeasure,
): Promise<TicketStepResult> {
  const { ticket, at } = await takeKindStep(ctx, input, ['SUGGESTION'], 'setMeasure', 'suggestion.improve');
  const noteId = writeNote(ctx, ticket, { kind: 'MEASURE', text: input.measure, at });
  recordTicketEvent(ctx, ticket, {
    type: 'SUGGESTION_MEASURE_SET',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
