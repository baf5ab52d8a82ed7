import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { TicketNoteRow } from '../../loaders/ticket/ticket-notes.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { TicketNoteType } from '../../schema/ticket/ticket-note.type.js';

/** The edges of a note. */
@Resolver(() => TicketNoteType)
export class TicketNoteResolver {
  @FieldResolver(() => ActorType, { nullable: true, description: 'Who wrote it.' })
  author(@Root() note: TicketNoteRow) {
    return { kind: note.authorKind, actorId: note.authorId };
  }
}
