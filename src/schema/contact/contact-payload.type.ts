import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { ContactType } from './contact.type.js';

/** An entry of the contact log that a command has made or changed. */
@ObjectType('ContactPayload', { description: 'An entry of the contact log that a command has made or changed.' })
export class ContactPayloadType {
  @Field(() => ContactType, {
    nullable: true,
    description: 'The entry as it stands now; null for who may write into the log but not read it.',
  })
  contact!: ContactType | null;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
