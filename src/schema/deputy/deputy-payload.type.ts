import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { DeputyType } from './deputy.type.js';

/** A deputy that a command has named or ended. */
@ObjectType('DeputyPayload', { description: 'A deputy that a command has named or ended.' })
export class DeputyPayloadType {
  @Field(() => DeputyType, { description: 'As it stands now.' })
  deputy!: DeputyType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
