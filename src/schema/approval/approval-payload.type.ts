import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What an approval's mutations answer; the approval itself is a field of the resolver, read in the fresh moment. */
@ObjectType('ApprovalPayload', { simpleResolvers: true, description: 'An approval after a command.' })
export class ApprovalPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;
}
