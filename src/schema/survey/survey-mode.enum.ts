import { registerEnumType } from 'type-graphql';
import { MODES_OF_STAFF, SURVEY_MODES } from '../../domain/survey/survey-mode.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SurveyMode. */
export const SurveyModeEnum = enumOf(SURVEY_MODES);

registerEnumType(SurveyModeEnum, {
  name: 'SurveyMode',
  description: 'How a form came back.',
  valuesConfig: {
    LINK: { description: 'Through the link of the household.' },
    APP: { description: 'By a resident who was signed in.' },
    PAPER: { description: 'On paper, typed in by staff.' },
    TELEPHONE: { description: 'Asked on the telephone: beside the score and the response rate (R-SAT-06).' },
    IMPORT: { description: 'Brought along from elsewhere.' },
  },
});

/** The GraphQL enum of ModeOfStaff. */
export const SurveyEntryModeEnum = enumOf(MODES_OF_STAFF);

registerEnumType(SurveyEntryModeEnum, {
  name: 'SurveyEntryMode',
  description: 'How a form came back that staff type in; their share is shown beside every score (D-29).',
  valuesConfig: {
    PAPER: { description: 'On paper.' },
    TELEPHONE: {
      description: 'Asked on the telephone: beside the score and the response rate, not in them (R-SAT-06).',
    },
  },
});
