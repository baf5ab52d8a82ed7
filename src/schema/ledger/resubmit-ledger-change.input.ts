import { Field, InputType } from 'type-graphql';
import { ApprovalStepFields } from '../approval/approval-steps.input.js';
import { MoneyInput } from '../money/money.input.js';
import { TextField } from '../text-field.js';

/** Asks again after it was sent back. */
@InputType({
  description: 'Asks again, after it was sent back, for the same change of the same charge or payment (Q-18).',
})
export class ResubmitLedgerChangeInput extends ApprovalStepFields {
  @Field(() => MoneyInput, {
    description: 'How much: above zero, at most what is open of the charge or left of the payment.',
  })
  amount!: MoneyInput;

  @TextField({ max: 1000, multiline: true, description: 'Why, for whoever decides.' })
  reason!: string;
}
