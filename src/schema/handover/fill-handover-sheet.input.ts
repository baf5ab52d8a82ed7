import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { MoneyInput } from '../money/money.input.js';
import { TextField } from '../text-field.js';

/** The sheet of the own shift. */
@InputType({ description: 'The sheet of the own shift.' })
export class FillHandoverSheetInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => MoneyInput, { description: 'The cash in the till, counted.' })
  counted!: MoneyInput;

  @IsOptional()
  @TextField({
    max: 500,
    nullable: true,
    description: 'Why the count is not what the books say: then it is needed (R-CSH-05).',
  })
  differenceReason?: string | null;
}
