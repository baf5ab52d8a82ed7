import { registerEnumType } from 'type-graphql';
import { SATISFACTION_BREAKDOWNS } from '../../domain/survey/satisfaction-source.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SatisfactionBreakdown. */
export const SatisfactionBreakdownEnum = enumOf(SATISFACTION_BREAKDOWNS);

registerEnumType(SatisfactionBreakdownEnum, {
  name: 'SatisfactionBreakdown',
  description: 'What figures of satisfaction are broken down by; each source and question stands by itself anyway.',
  valuesConfig: {
    COMPANY: { description: 'All estates in reach together: ratios of sums (R-MET-08).' },
    ESTATE: { description: 'Each estate.' },
    BUILDING: { description: 'Each building.' },
    STEWARD: { description: 'The buildings of each steward, as they were assigned at the analysis (R-ORG-33).' },
    MODE: { description: 'Each way in which customers were asked; telephone interviews too.' },
  },
});
