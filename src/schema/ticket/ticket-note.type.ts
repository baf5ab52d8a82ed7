import { Field, ID, ObjectType } from 'type-graphql';
import type { NoteKind } from '../../domain/ticket/note-kind.js';
import type { Visibility } from '../../domain/visibility.js';
import { VisibilityEnum } from '../event/visibility.enum.js';
import { DateTime } from '../scalars.js';
import { NoteKindEnum } from './note-kind.enum.js';

/** A text on a ticket; its author is a field of the resolver. */
@ObjectType('TicketNote', { simpleResolvers: true, description: 'A text that somebody wrote on a ticket.' })
export class TicketNoteType {
  @Field(() => ID, { description: 'Opaque id; events name it as `noteId`.' })
  id!: string;

  @Field(() => NoteKindEnum, { description: 'What it is.' })
  kind!: NoteKind;

  @Field(() => VisibilityEnum, { description: 'Who may see it (D-30).' })
  visibility!: Visibility;

  @Field(() => String, { description: 'The text.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was said, by the word of whoever wrote it.' })
  writtenAt!: Date;
}
