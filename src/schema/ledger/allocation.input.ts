import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../money/money.input.js';

/** How much of a payment goes on a charge. */
@InputType('AllocationInput', { description: 'How much of a payment settles which charge, as the payer says.' })
export class AllocationInput {
  @Field(() => ID, { description: 'The charge, of the same payer.' })
  chargeId!: string;

  @Field(() => MoneyInput, { description: 'How much: above zero, at most what is open.' })
  amount!: MoneyInput;
}
