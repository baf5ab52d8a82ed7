import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { OwnQuestionInput } from './own-question.input.js';
import { SurveyDimensionEnum } from './survey-dimension.enum.js';

/** The next version of a questionnaire. */
@InputType({ description: 'The next version of a questionnaire, or the first (R-SAT-09).' })
export class CreateQuestionnaireInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'The estate whose it is; the whole company’s where none is named.' })
  estateId?: string | null;

  @TextField({ max: 40, description: 'Names it through all versions; STANDARD is asked where a round names none.' })
  code!: string;

  @TextField({ max: 100, description: 'Its title.' })
  title!: string;

  @Field(() => [SurveyDimensionEnum], {
    nullable: true,
    description: 'What it scores, at most 9; all nine where nothing is said.',
  })
  @IsOptional()
  @ArrayMaxSize(9, { message: 'must have at most 9 items' })
  dimensions?: SurveyDimension[] | null;

  @Field(() => [OwnQuestionInput], { nullable: true, description: 'Own questions behind these, at most 20.' })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  @ValidateNested({ each: true })
  ownQuestions?: OwnQuestionInput[] | null;
}
