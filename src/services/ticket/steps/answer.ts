import type { ReplyMode } from '../../../domain/complaint/reply-mode.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordTicketEvent } from './record-ticket-event.js';
import { writeNote } from './write-note.js';

/** What the customer was told, and how. */
interface Answer {
  readonly text: string;
  /** Null where it was said in the same contact. */
  readonly mode: ReplyMode | null;
}

/** Ends a ticket whose stage the answer has moved already: the customer sees what was said. @rule R-REC-11 @rule R-DSP-17 */
export function answer(ctx: CommandContext, ticket: Ticket, at: Date, { text, mode }: Answer): void {
  ticket.closedAt = at;
  const noteId = writeNote(ctx, ticket, { kind: 'FINAL_REPLY', text, at });
  recordTicketEvent(ctx, ticket, {
    type: `${ticket.kind}_ANSWERED`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId, mode },
  });
}
