import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What the commands about grants answer; the grant is a field of the resolver. */
@ObjectType('UnmaskGrantPayload', { description: 'A grant to unmask after a command.' })
export class UnmaskGrantPayloadType {
  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;

  grantId!: string;
}
