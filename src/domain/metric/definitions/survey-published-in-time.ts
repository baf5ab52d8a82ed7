import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Survey results published in time. @rule M-SAT-04 @rule R-SAT-05 */
export const SURVEY_PUBLISHED_IN_TIME = {
  key: 'SURVEY_PUBLISHED_IN_TIME',
  catalogueId: 'M-SAT-04',
  title: 'Survey results published in time',
  titleZh: '满意度结果公布及时率',
  numerator: 'Results published within five working days of the analysis',
  denominator: 'Results to publish',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-SAT-05'],
  version: 1,
  items: obligationItems(['SURVEY_PUBLICATION']),
} as const satisfies MetricDefinition;
