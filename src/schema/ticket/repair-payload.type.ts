import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What a repair's mutations answer; the repair itself is a field of the resolver, read in the fresh moment. */
@ObjectType('RepairPayload', { simpleResolvers: true, description: 'A repair after a command.' })
export class RepairPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;
}
