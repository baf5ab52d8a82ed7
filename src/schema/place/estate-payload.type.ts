import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { EstateType } from './estate.type.js';

/** An estate that a command has made or changed. */
@ObjectType('EstatePayload', { description: 'An estate that a command has made or changed.' })
export class EstatePayloadType {
  @Field(() => EstateType, { description: 'The estate as it stands now.' })
  estate!: EstateType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
