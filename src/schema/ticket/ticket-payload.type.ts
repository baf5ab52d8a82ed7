import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What mutations on any ticket answer; the ticket itself is a field of the resolver, read in the fresh moment. */
@ObjectType('TicketPayload', { simpleResolvers: true, description: 'A ticket after a command.' })
export class TicketPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;
}
