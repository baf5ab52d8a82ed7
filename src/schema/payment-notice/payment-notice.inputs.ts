import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type {
  DeliveryOutcome,
  NoticeReceiver,
  NoticeState,
  WithdrawalReason,
} from '../../domain/payment-notice/notice-life.js';
import type { NoticeGrouping } from '../../domain/payment-notice/notice-grouping.js';
import type { NoticeTiming } from '../../domain/payment-notice/notice-window.js';
import { CommandFields } from '../command-fields.js';
import { DateTime, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import {
  NoticeDeliveryOutcomeEnum,
  NoticeReceiverEnum,
  NoticeTimingEnum,
  NoticeWithdrawalReasonEnum,
  PaymentNoticeGroupingEnum,
  PaymentNoticeStateEnum,
} from './payment-notice.enums.js';

const SEEN_VERSION = 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.';

/** Which notices are to be drawn. */
@InputType('StartPaymentNoticeRunInput', { description: 'Which payment notices are to be drawn.' })
export class StartPaymentNoticeRunInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => LocalDate, { description: 'The first day of the collection month, in which charges fall due (Q-11).' })
  month!: string;

  @Field(() => PaymentNoticeGroupingEnum, {
    nullable: true,
    description: 'What one notice is over; PER_UNIT where nothing is said.',
  })
  grouping?: NoticeGrouping | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what is overdue, and may be dunned for, stands on them too; yes where nothing is said.',
  })
  withArrears?: boolean | null;
}

/** What a word on a previewed run takes. */
@InputType({ description: 'What a word on a previewed run takes.' })
abstract class NoticeRunStepFields extends CommandFields {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => Int, { nullable: true, description: SEEN_VERSION })
  expectedVersion?: number | null;
}

/** Which run is confirmed. */
@InputType('ConfirmPaymentNoticeRunInput', { description: 'Which run may write its notices.' })
export class ConfirmPaymentNoticeRunInput extends NoticeRunStepFields {}

/** Which run is called off. */
@InputType('CancelPaymentNoticeRunInput', { description: 'Which run is called off.' })
export class CancelPaymentNoticeRunInput extends NoticeRunStepFields {}

/** Which notices bear the seal. */
@InputType('SealPaymentNoticesInput', { description: 'Which notices bear the seal.' })
export class SealPaymentNoticesInput extends CommandFields {
  @Field(() => ID, { description: 'The run that has drawn them; it is done.' })
  runId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Of the run these, at most 200; all that are drawn where none are named.',
  })
  @IsOptional()
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  noticeIds?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When they were sealed; now where nothing is said.' })
  occurredAt?: Date | null;
}

/** What came of bringing a notice. */
@InputType('RecordNoticeDeliveryInput', { description: 'What came of bringing a payment notice.' })
export class RecordNoticeDeliveryInput extends CommandFields {
  @Field(() => ID, { description: 'The notice.' })
  noticeId!: string;

  @Field(() => NoticeDeliveryOutcomeEnum, { description: 'What came of it.' })
  outcome!: DeliveryOutcome;

  @Field(() => NoticeReceiverEnum, {
    nullable: true,
    description: 'Who signed; with SIGNED, and only then (R-DUN-12).',
  })
  receivedBy?: NoticeReceiver | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The member of staff who brought it; the viewer where nobody is named.',
  })
  broughtById?: string | null;

  @Field(() => Int, { nullable: true, description: SEEN_VERSION })
  expectedVersion?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was brought; now where nothing is said.' })
  occurredAt?: Date | null;
}

/** Which notice is replaced. */
@InputType('ReplacePaymentNoticeInput', { description: 'Which notice another one takes the place of.' })
export class ReplacePaymentNoticeInput extends CommandFields {
  @Field(() => ID, { description: 'The notice that is wrong.' })
  noticeId!: string;

  @Field(() => Int, { nullable: true, description: SEEN_VERSION })
  expectedVersion?: number | null;
}

/** Which notice is withdrawn. */
@InputType('WithdrawPaymentNoticeInput', { description: 'Which notice is withdrawn, and why.' })
export class WithdrawPaymentNoticeInput extends CommandFields {
  @Field(() => ID, { description: 'The notice.' })
  noticeId!: string;

  @Field(() => NoticeWithdrawalReasonEnum, { description: 'Why.' })
  reason!: WithdrawalReason;

  @Field(() => Int, { nullable: true, description: SEEN_VERSION })
  expectedVersion?: number | null;
}

/** Which notices. */
@InputType('PaymentNoticeFilter', {
  description: 'Which payment notices; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class PaymentNoticeFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of the collection month with this first day.' })
  month?: string | null;

  @Field(() => ID, { nullable: true, description: 'That this run has drawn.' })
  runId?: string | null;

  @Field(() => [PaymentNoticeStateEnum], { nullable: true, description: 'That are so far.' })
  states?: NoticeState[] | null;

  @Field(() => [NoticeTimingEnum], { nullable: true, description: 'That were brought early, on time or late.' })
  timings?: NoticeTiming[] | null;

  @Field(() => [ID], { nullable: true, description: 'For these buildings, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  buildingIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'That this steward has by name.' })
  stewardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this payer.' })
  payerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this unit.' })
  unitId?: string | null;

  @TextField({ nullable: true, max: 100, description: 'With exactly this number.' })
  number?: string | null;
}
