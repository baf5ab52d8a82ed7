import { Field, InputType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { TextField } from '../text-field.js';

/** What a household says to one question. */
@InputType('SurveyAnswerInput', { description: 'What a household says to one question of a survey.' })
export class SurveyAnswerInput {
  @TextField({ max: 40, description: 'Key of the question.' })
  question!: string;

  @Field(() => SatisfactionEnum, {
    nullable: true,
    description: 'Of a SCALE question; left out it is blank or not applicable, and counted nowhere (M-SAT-01).',
  })
  level?: Satisfaction | null;

  @TextField({ max: 2000, nullable: true, multiline: true, description: 'Of a TEXT question.' })
  text?: string | null;
}
