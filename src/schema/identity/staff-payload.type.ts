import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What the mutations about a member of staff answer; the person is a field of the resolver. */
@ObjectType('StaffPayload', { description: 'A member of staff after a command.' })
export class StaffPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  staffId!: string;
}
