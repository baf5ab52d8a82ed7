import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { DepositType } from './deposit.type.js';

/** A deposit after a command. */
@ObjectType('DepositPayload', { description: 'A deposit after a command.' })
export class DepositPayloadType {
  @Field(() => DepositType, { description: 'The deposit as it stands now.' })
  deposit!: DepositType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
