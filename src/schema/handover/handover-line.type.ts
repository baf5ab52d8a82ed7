import { Field, Int, ObjectType } from 'type-graphql';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { PaymentMethodEnum } from '../ledger/payment-method.enum.js';

/** What came by one method; the amount is a field of the resolver. */
@ObjectType('HandoverLine', {
  simpleResolvers: true,
  description: 'What came by one method in a shift, less what went by it.',
})
export class HandoverLineType {
  @Field(() => PaymentMethodEnum, { description: 'How it came.' })
  method!: PaymentMethod;

  @Field(() => Int, { description: 'How many payments.' })
  payments!: number;

  @Field(() => Int, { description: 'How many deposits were taken.' })
  deposits!: number;

  @Field(() => Int, { description: 'How many deposits were paid out.' })
  refunds!: number;

  @Field(() => Int, { description: 'How many times something was given back of a payment.' })
  paymentRefunds!: number;
}
