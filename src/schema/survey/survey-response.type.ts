import { Field, Int, ObjectType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import type { SurveyMode } from '../../domain/survey/survey-mode.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { DateTime } from '../scalars.js';
import { SurveyModeEnum } from './survey-mode.enum.js';

/** One answer. */
@ObjectType('SurveyAnswer', { simpleResolvers: true, description: 'What was answered to one question.' })
export class SurveyAnswerType {
  @Field(() => String, { description: 'Key of the question.' })
  question!: string;

  @Field(() => SatisfactionEnum, { nullable: true, description: 'The level; null for words.' })
  level!: Satisfaction | null;

  @Field(() => String, { nullable: true, description: 'The words, masked for staff; null for a level.' })
  text!: string | null;
}

/** What a household answered once. */
@ObjectType('SurveyResponse', {
  simpleResolvers: true,
  description: 'What a household answered, once or again (D-29).',
})
export class SurveyResponseType {
  @Field(() => Int, { description: 'Which one of the household it is, from 1.' })
  number!: number;

  @Field(() => Boolean, { description: 'Whether it is the one that counts.' })
  counts!: boolean;

  @Field(() => SurveyModeEnum, { description: 'How it came back.' })
  mode!: SurveyMode;

  @Field(() => DateTime, { description: 'When the household answered.' })
  answeredAt!: Date;
}
