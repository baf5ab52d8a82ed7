import { Field, ObjectType } from 'type-graphql';
import type { QuestionKind } from '../../domain/survey/questionnaire.js';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';
import { SurveyQuestionKindEnum } from './question-kind.enum.js';
import { SurveyDimensionEnum } from './survey-dimension.enum.js';

/** One question of a questionnaire. */
@ObjectType('SurveyQuestion', { simpleResolvers: true, description: 'One question of a questionnaire.' })
export class SurveyQuestionType {
  @Field(() => String, { description: 'Names the question; give it back with the answer.' })
  key!: string;

  @Field(() => SurveyQuestionKindEnum, { description: 'How it is answered.' })
  kind!: QuestionKind;

  @Field(() => SurveyDimensionEnum, {
    nullable: true,
    description: 'What it scores; null for own questions and for those that are answered in words (R-SAT-09).',
  })
  dimension!: SurveyDimension | null;

  @Field(() => String, { description: 'As it is asked.' })
  text!: string;
}
