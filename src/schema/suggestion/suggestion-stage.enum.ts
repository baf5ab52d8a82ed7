import { registerEnumType } from 'type-graphql';
import { SUGGESTION_STAGES } from '../../domain/suggestion/suggestion-life.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SuggestionStage. */
export const SuggestionStageEnum = enumOf(SUGGESTION_STAGES);

registerEnumType(SuggestionStageEnum, {
  name: 'SuggestionStage',
  description: 'The stages of a suggestion.',
  valuesConfig: {
    RECORDED: { description: 'Taken down (R-REC-09).' },
    WITH_DEPARTMENT: { description: 'Passed on to a department or a person (R-DSP-09).' },
    MEASURE_SET: { description: 'An improvement measure is set (R-DSP-17).' },
    ANSWERED: { description: 'The customer was told what comes of it.' },
    DECLINED: { description: 'Not taken up, and explained so (R-DSP-12).' },
    CANCELLED: { description: 'Taken back.' },
  },
});
