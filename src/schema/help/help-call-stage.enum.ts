import { registerEnumType } from 'type-graphql';
import { HELP_STAGES } from '../../domain/help/help-life.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of HelpStage. */
export const HelpCallStageEnum = enumOf(HELP_STAGES);

registerEnumType(HelpCallStageEnum, {
  name: 'HelpCallStage',
  description: 'The stages of a call for help.',
  valuesConfig: {
    REPORTED: { description: 'Taken down; who is on duty is told this moment (R-EMG-11).' },
    ALERTED: { description: 'Who is on duty was told (R-EMG-02).' },
    ON_SITE: { description: 'Somebody has come (R-EMG-10).' },
    ENDED: { description: 'Over, with what was done.' },
    CANCELLED: { description: 'A false alarm.' },
  },
});
