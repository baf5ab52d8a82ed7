import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { SurveyAnswerInput } from './survey-answer.input.js';

/** Answers a form. */
@InputType({ description: 'Answers a form, by its link or as its resident; again, and the later one counts (D-29).' })
export class SubmitSurveyResponseInput extends CommandFields {
  @TextField({ max: 200, nullable: true, description: 'The token of the link; without signing in.' })
  token?: string | null;

  @Field(() => ID, { nullable: true, description: 'The own form, of a resident who is signed in.' })
  formId?: string | null;

  @Field(() => [SurveyAnswerInput], { description: 'The answers, each question at most once; at most 60.' })
  @ArrayMaxSize(60, { message: 'must have at most 60 items' })
  @ValidateNested({ each: true })
  answers!: SurveyAnswerInput[];
}
