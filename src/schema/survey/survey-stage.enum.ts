import { registerEnumType } from 'type-graphql';
import { SURVEY_STAGES } from '../../domain/survey/survey-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SurveyStage. */
export const SurveyStageEnum = enumOf(SURVEY_STAGES);

registerEnumType(SurveyStageEnum, {
  name: 'SurveyStage',
  description: 'Where a round of the survey stands; what each estate has published stands with the estate.',
  valuesConfig: {
    PLANNED: { description: 'Estates, questionnaire and days are set (R-SAT-01).' },
    ISSUED: { description: 'The households have their forms, and answer (R-SAT-02).' },
    COLLECTED: { description: 'Closed: no household answers any more (R-SAT-02).' },
    ANALYSED: { description: 'Counted at an instant (R-SAT-03).' },
    CALLED_OFF: { description: 'Called off before the forms went out.' },
  },
});
