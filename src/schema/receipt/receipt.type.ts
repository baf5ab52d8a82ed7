import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ReceiptKind, ReceiptStamp } from '../../domain/receipt/receipt-kind.js';
import type { CancelReason, ReceiptState, SpoilReason } from '../../domain/receipt/receipt-state.js';
import { DateTime } from '../scalars.js';
import { ReceiptCancelReasonEnum } from './receipt-cancel-reason.enum.js';
import { ReceiptKindEnum } from './receipt-kind.enum.js';
import { ReceiptSpoilReasonEnum } from './receipt-spoil-reason.enum.js';
import { ReceiptStampEnum } from './receipt-stamp.enum.js';
import { ReceiptStateEnum } from './receipt-state.enum.js';

/** A voucher as clients see it; amount, payment, book and people are fields of the resolver. */
@ObjectType('Receipt', {
  simpleResolvers: true,
  description:
    'A voucher for a payment or deposit (收据, 发票), over the whole sum, or a sheet that never became one: every number has its row (R-CSH-03, R-CSH-06).',
})
export class ReceiptType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ReceiptKindEnum, { description: 'What it is.' })
  kind!: ReceiptKind;

  @Field(() => ReceiptStateEnum, { description: 'What became of its number.' })
  state!: ReceiptState;

  @Field(() => String, { description: 'Its number, as printed.' })
  number!: string;

  @Field(() => ReceiptStampEnum, {
    nullable: true,
    description: 'What is stamped on it (R-CSH-04); null for an e-invoice and a spoiled sheet.',
  })
  stamp!: ReceiptStamp | null;

  @Field(() => ReceiptSpoilReasonEnum, { nullable: true, description: 'Why the sheet never was a voucher.' })
  spoilReason!: SpoilReason | null;

  @Field(() => DateTime, { description: 'When it was written, or the sheet was found spoiled.' })
  issuedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null while it stands.' })
  cancelledAt!: Date | null;

  @Field(() => ReceiptCancelReasonEnum, { nullable: true, description: 'Why it was taken back.' })
  cancelReason!: CancelReason | null;

  @Field(() => String, { nullable: true, description: 'The number of the red-letter invoice that took it back.' })
  redLetterNumber!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
