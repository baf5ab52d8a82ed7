import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What the commands about erasure answer; the request is a field of the resolver. */
@ObjectType('ErasureRequestPayload', { description: 'A request to erase after a command.' })
export class ErasureRequestPayloadType {
  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;

  requestId!: string;
}
