import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { PAYMENT_REFUND_STATES, type PaymentRefundState } from '../../domain/ledger/payment-refund.js';
import { connectionOf } from '../connection.js';
import { enumOf } from '../enum-of.js';
import { Cursor, DateTime } from '../scalars.js';
import { PaymentMethodEnum } from './payment-method.enum.js';

/** The GraphQL enum of PaymentRefundState. */
export const PaymentRefundStateEnum = enumOf(PAYMENT_REFUND_STATES);
registerEnumType(PaymentRefundStateEnum, {
  name: 'PaymentRefundState',
  description: 'How far money that is given back of a payment has come.',
  valuesConfig: {
    DUE: { description: 'Approved and taken from the payment; somebody pays it out (待退款).' },
    PAID: { description: 'Paid out (已退款).' },
    WITHDRAWN: { description: 'Taken back before it was paid out (已撤销).' },
  },
});

/** Money that is given back of a payment; amount, payment and people are fields of the resolver. */
@ObjectType('PaymentRefund', {
  simpleResolvers: true,
  description: 'Money that is given back of a payment, by approval (退款, R-CSH-08).',
})
export class PaymentRefundType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => PaymentRefundStateEnum, { description: 'How far it has come.' })
  state!: PaymentRefundState;

  @Field(() => PaymentMethodEnum, { nullable: true, description: 'How it was paid out.' })
  method!: PaymentMethod | null;

  @Field(() => String, { nullable: true, description: 'The number that the channel or bank gives it.' })
  reference!: string | null;

  @Field(() => DateTime, { description: 'When it was approved.' })
  authorisedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was paid out.' })
  paidAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}

/** A page of refunds of payments. */
export const PaymentRefundConnection = connectionOf('PaymentRefund', () => PaymentRefundType);

/** A refund after a command. */
@ObjectType('PaymentRefundPayload', { description: 'A refund of a payment after a command.' })
export class PaymentRefundPayloadType {
  @Field(() => PaymentRefundType, { description: 'The refund as it stands now.' })
  refund!: PaymentRefundType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
