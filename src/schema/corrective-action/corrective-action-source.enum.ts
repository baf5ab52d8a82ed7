import { registerEnumType } from 'type-graphql';
import { ACTION_SOURCES } from '../../domain/corrective-action/action-source.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ActionSource. */
export const CorrectiveActionSourceEnum = enumOf(ACTION_SOURCES);

registerEnumType(CorrectiveActionSourceEnum, {
  name: 'CorrectiveActionSource',
  description: 'What a corrective action came of.',
  valuesConfig: {
    ESTATE: { description: 'An estate by itself: what its staff see.' },
    COMPANY: { description: "The company itself; the action is the company's own." },
    COMPLAINT: { description: 'A complaint (R-CMP-20).' },
    OWNER_VISIT: { description: 'A visit to a household, or its spot-check (R-VIS-25).' },
    VISIT_MONTH: { description: 'A month of the visit programme.' },
    VISIT_SUMMARY: { description: 'A summary of visits, whose measures it carries out (R-VIS-20).' },
    SURVEY_ROUND: {
      description:
        'A round of the survey that has been analysed (R-SAT-04); of a round over several estates the action is the company’s own.',
    },
    INSPECTION_FINDING: { description: 'A finding of a published inspection (R-ESC-05).' },
    SURVEY_ESTATE: { description: 'An analysed round on one of its estates (R-SAT-04).' },
  },
});
