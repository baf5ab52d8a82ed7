import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { PaymentMethodEnum } from './payment-method.enum.js';

/** Which payments. */
@InputType('PaymentFilter', {
  description: 'Which payments; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class PaymentFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Said to be for this unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That this customer has made.' })
  payerId?: string | null;

  @Field(() => [PaymentMethodEnum], { nullable: true, description: 'That came so.' })
  methods?: PaymentMethod[] | null;

  @IsOptional()
  @TextField({ max: 64, nullable: true, description: 'With this number of the channel or bank.' })
  reference?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: something is left of it; false: nothing is.' })
  unallocated?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: taken back; false: standing.' })
  reversed?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'That came on this day or later.' })
  paidFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'That came before this day.' })
  paidBefore?: string | null;
}
