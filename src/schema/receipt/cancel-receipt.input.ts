import { Field, ID, InputType, Int } from 'type-graphql';
import type { CancelReason } from '../../domain/receipt/receipt-state.js';
import { CommandFields } from '../command-fields.js';
import { ReceiptCancelReasonEnum } from './receipt-cancel-reason.enum.js';

/** A voucher on paper that is taken back. */
@InputType({ description: 'A voucher on paper that is taken back.' })
export class CancelReceiptInput extends CommandFields {
  @Field(() => ID, { description: 'The voucher.' })
  receiptId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Its version as the client has seen it: CONFLICT when it has changed.',
  })
  expectedVersion?: number | null;

  @Field(() => ReceiptCancelReasonEnum, { description: 'Why.' })
  reason!: CancelReason;
}
