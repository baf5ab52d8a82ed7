import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type {
  DeliveryOutcome,
  NoticeReceiver,
  NoticeState,
  WithdrawalReason,
} from '../../domain/payment-notice/notice-life.js';
import type { NoticeTiming } from '../../domain/payment-notice/notice-window.js';
import type { SEALS } from '../../domain/policy/notice-policies.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { DateTime, LocalDate } from '../scalars.js';
import {
  NoticeDeliveryOutcomeEnum,
  NoticeReceiverEnum,
  NoticeSealEnum,
  NoticeTimingEnum,
  NoticeWithdrawalReasonEnum,
  PaymentNoticeStateEnum,
} from './payment-notice.enums.js';

/** A payment notice; amounts, payer, unit, lines and attempts are fields of the resolver. */
@ObjectType('PaymentNotice', {
  simpleResolvers: true,
  description:
    'What a payer is asked for before a collection month (缴费通知), as it was when it was drawn; sealed, then brought by the steward (R-FEE-03, R-FEE-04, R-NTC-12).',
})
export class PaymentNoticeType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its number, counted by estate and year (Q-33).' })
  number!: string;

  @Field(() => LocalDate, { description: 'First day of the collection month (Q-11).' })
  month!: string;

  @Field(() => PaymentNoticeStateEnum, { description: 'How far it is.' })
  state!: NoticeState;

  @Field(() => LocalDate, { description: 'First day that the month’s charges are for.' })
  fromDay!: string;

  @Field(() => LocalDate, { description: 'The day after the last that the month’s charges are for.' })
  untilDay!: string;

  @Field(() => LocalDate, { description: 'The first deadline in the month; each line has its own.' })
  dueDay!: string;

  @Field(() => DateTime, { description: 'When it was drawn.' })
  drawnAt!: Date;

  @Field(() => NoticeSealEnum, { nullable: true, description: 'The seal that it bears; null until it does (P-40).' })
  seal!: (typeof SEALS)[number] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was sealed.' })
  sealedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was first handed over, left or refused.' })
  broughtAt!: Date | null;

  @Field(() => NoticeTimingEnum, { nullable: true, description: 'Whether that was early, on time or late (R-FEE-03).' })
  timing!: NoticeTiming | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was replaced or withdrawn.' })
  endedAt!: Date | null;

  @Field(() => NoticeWithdrawalReasonEnum, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawalReason!: WithdrawalReason | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A line of a notice; amount, charge and unit are fields of the resolver. */
@ObjectType('PaymentNoticeLine', {
  simpleResolvers: true,
  description: 'A charge on a payment notice.',
})
export class PaymentNoticeLineType {
  @Field(() => ChargeKindEnum, { description: 'What it is for.' })
  kind!: ChargeKind;

  @Field(() => LocalDate, { description: 'First day that it is for.' })
  fromDay!: string;

  @Field(() => LocalDate, { description: 'The day after the last that it is for.' })
  untilDay!: string;

  @Field(() => LocalDate, { description: 'Its deadline.' })
  dueDay!: string;

  @Field(() => Boolean, { description: 'Whether the deadline lay before the collection month.' })
  isArrears!: boolean;
}

/** An attempt to bring a notice; who brought it is a field of the resolver. */
@ObjectType('NoticeDelivery', { simpleResolvers: true, description: 'An attempt to bring a payment notice (送达).' })
export class NoticeDeliveryType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => NoticeDeliveryOutcomeEnum, { description: 'What came of it.' })
  outcome!: DeliveryOutcome;

  @Field(() => NoticeReceiverEnum, { nullable: true, description: 'Who signed for it.' })
  receivedBy!: NoticeReceiver | null;

  @Field(() => DateTime, { description: 'When, by the word of whoever brought it.' })
  at!: Date;

  @Field(() => NoticeTimingEnum, { description: 'How that day lies to the days of Q-11.' })
  timing!: NoticeTiming;

  @Field(() => Boolean, { description: 'Whether somebody of another post than the policy’s brought it (P-40).' })
  byOtherPost!: boolean;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;
}
