import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { PaymentRefundState } from '../../domain/ledger/payment-refund.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { PaymentMethodEnum } from './payment-method.enum.js';
import { PaymentRefundStateEnum } from './payment-refund.type.js';

/** A refund that is paid out. */
@InputType({ description: 'A refund of a payment that is paid out.' })
export class PayRefundInput extends CommandFields {
  @Field(() => ID, { description: 'The refund.' })
  paymentRefundId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => PaymentMethodEnum, { description: 'How it is paid out; not by withholding.' })
  method!: PaymentMethod;

  @IsOptional()
  @TextField({ max: 64, nullable: true, description: 'The number that the channel or bank gives it.' })
  reference?: string | null;
}

/** Which refunds of payments. */
@InputType('PaymentRefundFilter', {
  description: 'Which refunds of payments; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class PaymentRefundFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [PaymentRefundStateEnum], { nullable: true, description: 'That have come so far.' })
  states?: PaymentRefundState[] | null;

  @Field(() => ID, { nullable: true, description: 'Of payments of this customer.' })
  payerId?: string | null;
}
