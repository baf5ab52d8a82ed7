import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { ChargeType } from './charge.type.js';

/** A charge after a command. */
@ObjectType('ChargePayload', { description: 'A charge after a command.' })
export class ChargePayloadType {
  @Field(() => ChargeType, { description: 'The charge as it stands now.' })
  charge!: ChargeType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
