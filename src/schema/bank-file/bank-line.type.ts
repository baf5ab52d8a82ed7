import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { BankLineState, ReportedMethod, ReturnReason, SuspenseReason } from '../../domain/bank-file/bank-line.js';
import { connectionOf } from '../connection.js';
import { PaymentMethodEnum } from '../ledger/payment-method.enum.js';
import { DateTime, LocalDate } from '../scalars.js';
import { BankLineStateEnum, ReturnReasonEnum, SuspenseReasonEnum } from './bank-file.enums.js';

/** Money that a bank reports, as clients see it; amounts, words, places and people are fields of the resolver. */
@ObjectType('BankLine', {
  simpleResolvers: true,
  description: 'Money that a bank or channel reports, and what has become of it.',
})
export class BankLineType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Its number in the file.' })
  line!: number;

  @Field(() => String, { description: 'The account or contract at the bank, as the company calls it.' })
  account!: string;

  @Field(() => PaymentMethodEnum, { description: 'How it came.' })
  method!: ReportedMethod;

  @Field(() => String, { description: 'The number by which the bank knows it.' })
  bankReference!: string;

  @Field(() => LocalDate, { description: 'The day on which it came.' })
  bookedDay!: string;

  @Field(() => BankLineStateEnum, { description: 'What has become of it.' })
  state!: BankLineState;

  @Field(() => SuspenseReasonEnum, { nullable: true, description: 'Why it is in suspense.' })
  suspendedFor!: SuspenseReason | null;

  @Field(() => ReturnReasonEnum, { nullable: true, description: 'Why it was sent back.' })
  returnedFor!: ReturnReason | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was settled.' })
  settledAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every step; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of lines. */
export const BankLineConnection = connectionOf('BankLine', () => BankLineType);
