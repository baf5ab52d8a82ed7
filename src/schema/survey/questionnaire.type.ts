import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { SurveyQuestionType } from './survey-question.type.js';

/** One version of a questionnaire. */
@ObjectType('Questionnaire', {
  simpleResolvers: true,
  description: 'One version of a questionnaire (业户意见调查表); it never changes (R-SAT-09).',
})
export class QuestionnaireType {
  @Field(() => ID, { description: 'Opaque id of the version.' })
  id!: string;

  @Field(() => String, { description: 'Names it through all versions.' })
  code!: string;

  @Field(() => Int, { description: 'Which version, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => [SurveyQuestionType], { description: 'What it asks, in order.' })
  questions!: SurveyQuestionType[];

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;
}
