import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection.js';
import { Cursor } from '../scalars.js';
import { PaymentNoticeRunType } from './payment-notice-run.type.js';
import { PaymentNoticeType } from './payment-notice.type.js';

/** A page of drawings of notices. */
export const PaymentNoticeRunConnection = connectionOf('PaymentNoticeRun', () => PaymentNoticeRunType);

/** A page of payment notices. */
export const PaymentNoticeConnection = connectionOf('PaymentNotice', () => PaymentNoticeType);

/** The drawing of notices after a command. */
@ObjectType('PaymentNoticeRunPayload', { description: 'The drawing of payment notices after a command.' })
export class PaymentNoticeRunPayloadType {
  @Field(() => PaymentNoticeRunType, { description: 'The run as it stands now.' })
  run!: PaymentNoticeRunType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** Notices after the seal. */
@ObjectType('SealPaymentNoticesPayload', { description: 'What was sealed.' })
export class SealPaymentNoticesPayloadType {
  @Field(() => PaymentNoticeRunType, { description: 'The run as it stands now.' })
  run!: PaymentNoticeRunType;

  @Field(() => Int, { description: 'How many notices were sealed.' })
  sealed!: number;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A notice after a command. */
@ObjectType('PaymentNoticePayload', { description: 'A payment notice after a command.' })
export class PaymentNoticePayloadType {
  @Field(() => PaymentNoticeType, { description: 'The notice as it stands now.' })
  notice!: PaymentNoticeType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
