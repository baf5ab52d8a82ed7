import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Decimal } from '../scalars.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

const MOST_PARTS = 50;

/** A part that was used. */
@InputType('UsedPartInput', {
  description: 'A part that was used: by its code on the price list, or by name and unit.',
})
export class UsedPartInput {
  @TextField({ nullable: true, max: 20, description: 'The code of a part on the price list of the day.' })
  code?: string | null;

  @TextField({ nullable: true, max: 60, description: 'What it is, where no code is given.' })
  name?: string | null;

  @TextField({ nullable: true, max: 10, description: 'What one of it is, where no code is given.' })
  unit?: string | null;

  @Field(() => Decimal, { description: 'How many, above 0 and below 10000, with at most three decimals.' })
  quantity!: string;
}

/** Records that the work is done. */
@InputType({ description: 'Records that the work is done, and which parts it took.' })
export class CompleteRepairInput extends TicketStepInput {
  @Field(() => [UsedPartInput], { nullable: true, description: `Parts used on this visit, at most ${MOST_PARTS}.` })
  @IsOptional()
  @ArrayMaxSize(MOST_PARTS, { message: `must have at most ${MOST_PARTS} parts` })
  @ValidateNested({ each: true })
  parts?: UsedPartInput[] | null;
}
