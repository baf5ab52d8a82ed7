import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ResultFlaw } from '../../domain/withholding/result-flaw.js';
import type { BatchStage, FailureReason, ItemState } from '../../domain/withholding/withholding-life.js';
import { connectionOf } from '../connection.js';
import { Cursor, DateTime, LocalDate } from '../scalars.js';
import {
  WithholdingFailureEnum,
  WithholdingFlawEnum,
  WithholdingStageEnum,
  WithholdingStateEnum,
} from './withholding.enums.js';

/** A mandate; holder, payer and unit are fields of the resolver. */
@ObjectType('WithholdingMandate', {
  simpleResolvers: true,
  description: 'That a payer lets a bank withhold what is due (委托银行代收款协议, R-MIN-04).',
})
export class WithholdingMandateType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The bank; null once the payer’s data were erased.' })
  bank!: string | null;

  @Field(() => String, { description: 'The last four digits of the account; no answer has more of them.' })
  lastDigits!: string;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  fromDay!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it holds no longer.' })
  untilDay!: string | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A batch; amount, counts and items are fields of the resolver. */
@ObjectType('WithholdingBatch', {
  simpleResolvers: true,
  description:
    'What a bank is asked to withhold at once (代扣批次): one item a mandate, over all that was due by a day.',
})
export class WithholdingBatchType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Its number in the company, from 1; it stands in the references of its items.' })
  serial!: number;

  @Field(() => LocalDate, { description: 'What was due by this day is in it.' })
  dueUntil!: string;

  @Field(() => WithholdingStageEnum, { description: 'How far it is.' })
  stage!: BatchStage;

  @Field(() => DateTime, { description: 'When it was drawn.' })
  drawnAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was first given to the bank.' })
  sentAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When all was answered and booked, or it was called off.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** How many items stand in a state; the amount is a field of the resolver. */
@ObjectType('WithholdingCount', { simpleResolvers: true, description: 'How many items of a batch stand in a state.' })
export class WithholdingCountType {
  @Field(() => WithholdingStateEnum, { description: 'The state.' })
  state!: ItemState;

  @Field(() => Int, { description: 'How many items.' })
  items!: number;
}

/** An item; amounts, payer, payment and charges are fields of the resolver. */
@ObjectType('WithholdingItem', { simpleResolvers: true, description: 'What is withheld from one account at once.' })
export class WithholdingItemType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'By which the bank’s answer names it, and the number of its payment.' })
  reference!: string;

  @Field(() => Int, {
    description: 'The how manyth time in a row its mandate is asked; 1 the first, or after it was paid.',
  })
  attempt!: number;

  @Field(() => WithholdingStateEnum, { description: 'What has become of it.' })
  state!: ItemState;

  @Field(() => String, { nullable: true, description: 'The bank’s own number of what was withheld.' })
  bankReference!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was withheld.' })
  withheldOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The bank’s code of why it was not.' })
  failureCode!: string | null;

  @Field(() => WithholdingFailureEnum, { nullable: true, description: 'What that means.' })
  failureReason!: FailureReason | null;

  @Field(() => DateTime, { nullable: true, description: 'When the answer came.' })
  answeredAt!: Date | null;
}

/** A charge of an item; amount and charge are fields of the resolver. */
@ObjectType('WithholdingCharge', { simpleResolvers: true, description: 'A charge that an item asks for.' })
export class WithholdingChargeType {
  @Field(() => ID, { description: 'The id of the charge.' })
  chargeId!: string;
}

/** A line that was not taken. */
@ObjectType('WithholdingBadLine', { simpleResolvers: true, description: 'A line of an answer that was not taken.' })
export class WithholdingBadLineType {
  @Field(() => Int, { description: 'Its number in the file, from 1.' })
  line!: number;

  @Field(() => WithholdingFlawEnum, { description: 'Why.' })
  flaw!: ResultFlaw;
}

/** An answer; estate and who loaded it are fields of the resolver. */
@ObjectType('WithholdingResult', {
  simpleResolvers: true,
  description: 'An answer of a bank, as a file (代扣回盘文件).',
})
export class WithholdingResultType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Lines in it.' })
  rows!: number;

  @Field(() => Int, { description: 'Items that were withheld.' })
  withheld!: number;

  @Field(() => Int, { description: 'Items that have failed.' })
  failed!: number;

  @Field(() => Int, { description: 'Lines that say what an answer before has said.' })
  repeated!: number;

  @Field(() => Int, { description: 'Money that was not asked for so: it waits among `bankLines` for a person.' })
  suspended!: number;

  @Field(() => Int, { description: 'Lines that were not taken.' })
  bad!: number;

  @Field(() => [WithholdingBadLineType], { description: 'The first 200 of them.' })
  flaws!: readonly WithholdingBadLineType[];

  @Field(() => DateTime, { description: 'When it was loaded.' })
  loadedAt!: Date;
}

/** A page of mandates. */
export const WithholdingMandateConnection = connectionOf('WithholdingMandate', () => WithholdingMandateType);

/** A page of batches. */
export const WithholdingBatchConnection = connectionOf('WithholdingBatch', () => WithholdingBatchType);

/** A page of items. */
export const WithholdingItemConnection = connectionOf('WithholdingItem', () => WithholdingItemType);

/** A page of answers. */
export const WithholdingResultConnection = connectionOf('WithholdingResult', () => WithholdingResultType);

/** A mandate after a command. */
@ObjectType('WithholdingMandatePayload', { description: 'A mandate after a command.' })
export class WithholdingMandatePayloadType {
  @Field(() => WithholdingMandateType, { description: 'The mandate as it stands now.' })
  mandate!: WithholdingMandateType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A batch after a command. */
@ObjectType('WithholdingBatchPayload', { description: 'A batch after a command.' })
export class WithholdingBatchPayloadType {
  @Field(() => WithholdingBatchType, { description: 'The batch as it stands now.' })
  batch!: WithholdingBatchType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A batch with the file for the bank. */
@ObjectType('SendWithholdingBatchPayload', { description: 'A batch with the file for the bank.' })
export class SendWithholdingBatchPayloadType {
  @Field(() => WithholdingBatchType, { description: 'The batch as it stands now.' })
  batch!: WithholdingBatchType;

  @Field(() => String, {
    description:
      'The file (代扣送盘文件), CSV: one line an item that waits for an answer. It holds whole account numbers.',
  })
  content!: string;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** An answer after it was loaded. */
@ObjectType('WithholdingResultPayload', { description: 'An answer of a bank after it was loaded.' })
export class WithholdingResultPayloadType {
  @Field(() => WithholdingResultType, { description: 'The answer.' })
  result!: WithholdingResultType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
