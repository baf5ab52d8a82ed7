import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { PeriodInput } from '../metric/period.input.js';
import { LocalDate } from '../scalars.js';
import { TextListField } from '../text-field.js';

/** Whose customers are asked. */
@InputType('PlanVerificationInput', { description: 'Of which estates and days records are drawn, and how many.' })
export class PlanVerificationInput extends CommandFields {
  @Field(() => [ID], { description: 'The estates, 1 to 50.' })
  @ArrayMaxSize(50, { message: 'must have at most 50 items' })
  estateIds!: string[];

  @Field(() => PeriodInput, { description: 'The days on which tickets were closed and visits made.' })
  period!: PeriodInput;

  @Field(() => Int, { description: 'How many records of each estate, 1 to 100.' })
  perEstate!: number;
}

/** When somebody goes and looks. */
@InputType('PlanSiteInspectionInput', { description: 'Where and when somebody goes and looks, and at what.' })
export class PlanSiteInspectionInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => LocalDate, { description: 'The day: not over.' })
  onDay!: string;

  @Field(() => Boolean, { description: 'Whether the estate is told of the day now.' })
  announced!: boolean;

  @TextListField({ atLeast: 1, most: 100, max: 500, description: 'The points of the checklist, at least one.' })
  points!: string[];
}
