import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** An announced file, and where its bytes go: both fields of the resolver. */
@ObjectType('UploadPayload', { simpleResolvers: true, description: 'An announced file, and where its bytes go.' })
export class UploadPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;
}
