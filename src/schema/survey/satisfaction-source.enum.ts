import { registerEnumType } from 'type-graphql';
import { SATISFACTION_SOURCES } from '../../domain/survey/satisfaction-source.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SatisfactionSource. */
export const SatisfactionSourceEnum = enumOf(SATISFACTION_SOURCES);

registerEnumType(SatisfactionSourceEnum, {
  name: 'SatisfactionSource',
  description: 'Where customers say how satisfied they are; sources are never merged (R-SAT-06).',
  valuesConfig: {
    SURVEY: { description: 'Analysed rounds of the survey (M-SAT-01, M-SAT-02).' },
    CALLBACK: { description: 'Callbacks about tickets, on the whole (R-CBK-03).' },
    VISIT: { description: 'Visits to households: auxiliary (M-SAT-06, R-VIS-27).' },
  },
});
