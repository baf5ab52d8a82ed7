import { IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { MoneyInput } from '../money/money.input.js';
import { TextField } from '../text-field.js';
import { HandoverStepInput } from './handover-step.input.js';

/** A second count. */
@InputType({ description: 'A second count of the cash of the own sheet.' })
export class RecountHandoverSheetInput extends HandoverStepInput {
  @Field(() => MoneyInput, { description: 'The cash, counted again.' })
  counted!: MoneyInput;

  @IsOptional()
  @TextField({
    max: 500,
    nullable: true,
    description: 'Why the count is not what the books say: then it is needed (R-CSH-05).',
  })
  differenceReason?: string | null;
}
