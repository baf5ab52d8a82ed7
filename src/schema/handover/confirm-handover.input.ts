import { Field, InputType } from 'type-graphql';
import { MoneyInput } from '../money/money.input.js';
import { HandoverStepInput } from './handover-step.input.js';

/** Cash that is taken over. */
@InputType({ description: 'Cash that the treasurer takes over.' })
export class ConfirmHandoverInput extends HandoverStepInput {
  @Field(() => MoneyInput, { description: "What the treasurer has counted, or the bank's slip says." })
  received!: MoneyInput;
}
