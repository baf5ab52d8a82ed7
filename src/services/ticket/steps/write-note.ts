import { isForCustomer, type NoteKind } from '../../../domain/ticket/note-kind.js';
import type { Visibility } from '../../../domain/visibility.js';
import { newId } from '../../../entities/new-id.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { TicketNote } from '../../../entities/ticket/ticket-note.entity.js';
import type { CommandContext } from '../../command/command-context.js';

interface NewNote {
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: Date;
  /** Where the kind does not say it: replies are for the customer, everything else is internal. */
  readonly visibility?: Visibility;
}

/** Writes a text on a ticket; who sees it follows from its kind unless it is said. @rule D-30 @rule R-CMP-26 */
export function writeNote(ctx: CommandContext, ticket: Ticket, note: NewNote): string {
  const id = newId();
  const { kind, subjectId } = ctx.principal;
  ctx.em.persist(
    ctx.em.create(TicketNote, {
      companyId: ctx.companyId,
      id,
      ticketId: ticket.id,
      estateId: ticket.estateId,
      occupancyId: ticket.occupancyId ?? null,
      kind: note.kind,
      visibility: note.visibility ?? (isForCustomer(note.kind) ? 'CUSTOMER' : 'INTERNAL'),
      text: note.text,
      authorKind: kind,
      authorId: kind === 'SYSTEM' ? null : subjectId,
      writtenAt: note.at,
    }),
  );
  return id;
}
