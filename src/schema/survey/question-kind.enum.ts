import { registerEnumType } from 'type-graphql';
import { QUESTION_KINDS } from '../../domain/survey/questionnaire.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of QuestionKind. */
export const SurveyQuestionKindEnum = enumOf(QUESTION_KINDS);

registerEnumType(SurveyQuestionKindEnum, {
  name: 'SurveyQuestionKind',
  description: 'How a question of a survey is answered.',
  valuesConfig: {
    SCALE: { description: 'On the five levels of `Satisfaction` (Q-01).' },
    TEXT: { description: 'In words; never scored.' },
  },
});
