import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ModeOfStaff } from '../../domain/survey/survey-mode.js';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';
import { SurveyAnswerInput } from './survey-answer.input.js';
import { SurveyEntryModeEnum } from './survey-mode.enum.js';

/** Types a form in. */
@InputType({ description: 'Types in what a household answered on paper or on the telephone.' })
export class EnterSurveyResponseInput extends CommandFields {
  @Field(() => ID, { description: 'The form.' })
  formId!: string;

  @Field(() => SurveyEntryModeEnum, { description: 'How it came back.' })
  mode!: ModeOfStaff;

  @Field(() => [SurveyAnswerInput], { description: 'The answers, each question at most once; at most 60.' })
  @ArrayMaxSize(60, { message: 'must have at most 60 items' })
  @ValidateNested({ each: true })
  answers!: SurveyAnswerInput[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the household answered, for what is entered late; now where nothing is said.',
  })
  occurredAt?: Date | null;
}
