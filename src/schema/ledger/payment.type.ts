import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { DateTime, LocalDate } from '../scalars.js';
import { PaymentMethodEnum } from './payment-method.enum.js';

/** A payment as clients see it; amounts, places, people and entries are fields of the resolver. */
@ObjectType('Payment', {
  simpleResolvers: true,
  description: 'Money that a payer has given (缴费): it never changes, what is left of it does (R-FEE-11).',
})
export class PaymentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => PaymentMethodEnum, { description: 'How it came.' })
  method!: PaymentMethod;

  @Field(() => String, { nullable: true, description: 'The number that the channel or bank gave it.' })
  reference!: string | null;

  @Field(() => LocalDate, { description: 'The day on which the money came; the day of the books.' })
  bookedDay!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null while it stands.' })
  reversedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every entry on it; give it back as `expectedVersion`.' })
  version!: number;
}
