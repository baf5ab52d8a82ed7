import { ArrayMaxSize, ArrayMinSize, Matches, MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { PeriodInput } from '../metric/period.input.js';
import { LocalDate } from '../scalars.js';

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*\S[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

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

  @Field(() => [String], { description: 'The points of the checklist, 1 to 100, of at most 500 characters each.' })
  @ArrayMinSize(1, { message: 'must not be empty' })
  @ArrayMaxSize(100, { message: 'must have at most 100 items' })
  @MinLength(1, { each: true, message: 'must not be empty' })
  @MaxLength(500, { each: true, message: 'must have at most 500 characters' })
  @Matches(ONE_LINE, { each: true, message: 'must not contain control characters' })
  points!: string[];
}
