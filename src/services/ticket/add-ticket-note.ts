import { invalidInput } from '../../domain/errors.js';
import type { Visibility } from '../../domain/visibility.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeTicketStep, type TicketStepInput, type TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface AddTicketNote extends TicketStepInput {
  readonly text: string;
  readonly visibility: Visibility;
}

/**
 * Writes a note on a ticket of any kind and stage. Needs `ticket.note` on the estate; what a resident writes is for the
 * resident too.
 * @rule R-CMP-26 @rule D-30
 * @throws INVALID_INPUT when a resident writes an internal note
 */
export async function addTicketNote(ctx: CommandContext, input: AddTicketNote): Promise<TicketStepResult> {
  const ticket = await takeTicketStep(ctx, input, 'ticket.note');
  const { text, visibility } = input;
  if (ctx.principal.kind === 'RESIDENT' && visibility === 'INTERNAL')
    throw invalidInput('input.visibility', 'a resident writes for the customer');
  const at = ctx.occurredAt(input.occurredAt);
  const noteId = writeNote(ctx, ticket, { kind: 'NOTE', text, at, visibility });
  recordTicketEvent(ctx, ticket, { type: 'NOTED', occurredAt: at, visibility, facts: { noteId } });
  return { ticketId: ticket.id, version: ticket.version };
}
