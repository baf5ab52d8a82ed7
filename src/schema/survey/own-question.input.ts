import { Field, InputType } from 'type-graphql';
import type { QuestionKind } from '../../domain/survey/questionnaire.js';
import { TextField } from '../text-field.js';
import { SurveyQuestionKindEnum } from './question-kind.enum.js';

/** A question that a company adds. */
@InputType('OwnQuestionInput', { description: 'A question that a company adds to the nine dimensions.' })
export class OwnQuestionInput {
  @TextField({ max: 40, description: 'Names it in every version: capital letters, digits and underscores.' })
  key!: string;

  @Field(() => SurveyQuestionKindEnum, { description: 'How it is answered.' })
  kind!: QuestionKind;

  @TextField({ max: 300, description: 'As it is asked.' })
  text!: string;
}
