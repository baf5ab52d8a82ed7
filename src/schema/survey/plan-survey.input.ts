import { ArrayMaxSize, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';

/** A round to be. */
@InputType({ description: 'A round of the survey that is planned (R-SAT-01, R-SAT-02).' })
export class PlanSurveyInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'The estate whose round it is; the company’s where none is named.' })
  estateId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Of the company’s round: its estates, at most 1000; all where nothing is said.',
  })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @TextField({ max: 100, description: 'Its name.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'What is asked; the newest STANDARD questionnaire where nothing is said: the nine dimensions.',
  })
  questionnaireId?: string | null;

  @Field(() => LocalDate, { description: 'First day that it asks about.' })
  periodFrom!: string;

  @Field(() => LocalDate, { description: 'The day after the last that it asks about.' })
  periodUntil!: string;

  @Field(() => LocalDate, { description: 'By the end of which day the forms are to be out.' })
  issueBy!: string;

  @Field(() => DateTime, { description: 'From when on no household answers any more.' })
  closesAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the occupied households how many percent are asked, 1 to 100; the policy’s where nothing is said (Q-01).',
  })
  @IsOptional()
  @Min(1, { message: 'must be at least 1' })
  @Max(100, { message: 'must be at most 100' })
  samplePercent?: number | null;
}
