import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { PaymentType } from './payment.type.js';

/** A payment after a command. */
@ObjectType('PaymentPayload', { description: 'A payment after a command.' })
export class PaymentPayloadType {
  @Field(() => PaymentType, { description: 'The payment as it stands now.' })
  payment!: PaymentType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
