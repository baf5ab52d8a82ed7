import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { ReceiptBookType } from './receipt-book.type.js';

/** A book after a command. */
@ObjectType('ReceiptBookPayload', { description: 'A book of vouchers after a command.' })
export class ReceiptBookPayloadType {
  @Field(() => ReceiptBookType, { description: 'The book as it stands now.' })
  book!: ReceiptBookType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
