import { connectionOf } from '../connection.js';
import { QuestionnaireType } from './questionnaire.type.js';
import { SurveyFormType } from './survey-form.type.js';
import { SurveyRoundType } from './survey-round.type.js';

/** A page of rounds. */
export const SurveyRoundConnection = connectionOf('SurveyRound', () => SurveyRoundType);

/** A page of forms. */
export const SurveyFormConnection = connectionOf('SurveyForm', () => SurveyFormType);

/** A page of questionnaires. */
export const QuestionnaireConnection = connectionOf('Questionnaire', () => QuestionnaireType);
