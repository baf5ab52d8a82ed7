import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What a complaint's mutations answer; the complaint itself is a field of the resolver, read in the fresh moment. */
@ObjectType('ComplaintPayload', { simpleResolvers: true, description: 'A complaint after a command.' })
export class ComplaintPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;
}
