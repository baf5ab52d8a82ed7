import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { SurveyQuestionType } from './survey-question.type.js';

/** What the holder of a survey's link sees. */
@ObjectType('SurveySheet', {
  simpleResolvers: true,
  description: 'What the holder of a survey’s link sees: the questionnaire, and nobody and nothing else.',
})
export class SurveySheetType {
  @Field(() => String, { description: 'Name of the company.' })
  companyName!: string;

  @Field(() => String, { description: 'Name of the estate.' })
  estateName!: string;

  @Field(() => String, { description: 'Name of the round.' })
  roundName!: string;

  @Field(() => String, { description: 'Title of the questionnaire.' })
  title!: string;

  @Field(() => [SurveyQuestionType], { description: 'What it asks, in order.' })
  questions!: SurveyQuestionType[];

  @Field(() => DateTime, { description: 'Until when it may be answered, and answered anew (R-SAT-02).' })
  closesAt!: Date;
}
