import { ArrayMaxSize } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { DeductionInput } from './deduction.input.js';
import { DepositStepInput } from './deposit-step.input.js';

/** What is kept back of a deposit. */
@InputType({ description: 'What is kept back of a deposit; the rest is refunded.' })
export class SettleDepositInput extends DepositStepInput {
  @Field(() => [DeductionInput], { description: 'What is kept back, at most 20; empty: nothing.' })
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  deductions!: DeductionInput[];
}
