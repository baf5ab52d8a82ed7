import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { BankFileStage, BankLineFlaw, BankLineState, ReportedMethod } from '../../domain/bank-file/bank-line.js';
import { connectionOf } from '../connection.js';
import { PaymentMethodEnum } from '../ledger/payment-method.enum.js';
import { DateTime } from '../scalars.js';
import { BankFileStageEnum, BankLineFlawEnum, BankLineStateEnum } from './bank-file.enums.js';

/** A line that was not taken. */
@ObjectType('BankFileFlaw', { simpleResolvers: true, description: 'A line of a file that was not taken.' })
export class BankFileFlawType {
  @Field(() => Int, { description: 'Its number in the file, from 1.' })
  line!: number;

  @Field(() => BankLineFlawEnum, { description: 'Why.' })
  flaw!: BankLineFlaw;
}

/** What became of the lines of a file; the amount is a field of the resolver. */
@ObjectType('BankFileCount', { simpleResolvers: true, description: 'How many lines of a file stand in a state.' })
export class BankFileCountType {
  @Field(() => BankLineStateEnum, { description: 'The state.' })
  state!: BankLineState;

  @Field(() => Int, { description: 'Lines.' })
  lines!: number;
}

/** A file of a bank as clients see it; the estate, counts and people are fields of the resolver. */
@ObjectType('BankFile', {
  simpleResolvers: true,
  description: 'A file of a bank or channel with the money that came in (银行流水).',
})
export class BankFileType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The account or contract at the bank, as the company calls it.' })
  account!: string;

  @Field(() => PaymentMethodEnum, { description: 'How the money came.' })
  method!: ReportedMethod;

  @Field(() => BankFileStageEnum, { description: 'Where it stands.' })
  stage!: BankFileStage;

  @Field(() => Int, { description: 'Lines in it.' })
  rows!: number;

  @Field(() => Int, { description: 'Of them new.' })
  taken!: number;

  @Field(() => Int, { description: 'Of them in a file before.' })
  repeated!: number;

  @Field(() => Int, { description: 'Of them not taken.' })
  bad!: number;

  @Field(() => [BankFileFlawType], { description: 'Those that were not taken, the first 200.' })
  flaws!: BankFileFlawType[];

  @Field(() => DateTime, { description: 'When it was loaded.' })
  loadedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When its last line was booked.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every step.' })
  version!: number;
}

/** A page of files. */
export const BankFileConnection = connectionOf('BankFile', () => BankFileType);
