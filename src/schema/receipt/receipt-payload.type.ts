import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { ReceiptType } from './receipt.type.js';

/** A voucher after a command. */
@ObjectType('ReceiptPayload', { description: 'A voucher after a command.' })
export class ReceiptPayloadType {
  @Field(() => ReceiptType, { description: 'The voucher as it stands now.' })
  receipt!: ReceiptType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
