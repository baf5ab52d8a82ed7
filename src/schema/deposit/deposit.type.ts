import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DepositKind, OriginalReceipt } from '../../domain/deposit/deposit-kind.js';
import type { DepositState } from '../../domain/deposit/deposit-stage.js';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { PaymentMethodEnum } from '../ledger/payment-method.enum.js';
import { DateTime, LocalDate } from '../scalars.js';
import { DepositKindEnum } from './deposit-kind.enum.js';
import { DepositStateEnum } from './deposit-state.enum.js';
import { OriginalReceiptEnum } from './original-receipt.enum.js';

/** A deposit as clients see it; amounts, places, people and deductions are fields of the resolver. */
@ObjectType('Deposit', {
  simpleResolvers: true,
  description:
    'Money that is held for a customer (押金, 保证金) and goes back without interest, less what is kept (R-DEP-01, R-DEP-05); no part of what is owed.',
})
export class DepositType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DepositKindEnum, { description: 'What it secures.' })
  kind!: DepositKind;

  @Field(() => DepositStateEnum, { description: 'How it stands on the day of its estate.' })
  state!: DepositState;

  @Field(() => PaymentMethodEnum, { description: 'How it came.' })
  method!: PaymentMethod;

  @Field(() => String, { nullable: true, description: 'The number that the channel or bank gave it.' })
  reference!: string | null;

  @Field(() => LocalDate, { description: 'The day on which it came.' })
  collectedOn!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which what it secures was found in order.' })
  acceptedOn!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'From when it may be settled: after the months of observation (D-10, P-01).',
  })
  eligibleOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when it is refunded (R-DEP-02).' })
  refundBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was said what is kept back.' })
  settledAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its refund was authorised.' })
  authorisedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "The number of the accountant's notice (R-DEP-04)." })
  noticeNumber!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was paid out.' })
  refundedAt!: Date | null;

  @Field(() => PaymentMethodEnum, { nullable: true, description: 'How it was paid out.' })
  refundMethod!: PaymentMethod | null;

  @Field(() => String, { nullable: true, description: 'The number that the channel or bank gave the refund.' })
  refundReference!: string | null;

  @Field(() => OriginalReceiptEnum, { nullable: true, description: 'Where the original voucher was then.' })
  originalReceipt!: OriginalReceipt | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back as none.' })
  cancelledAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
