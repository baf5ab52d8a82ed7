import type { MetricDefinition } from '../metric-definition.js';

/** Satisfied in the survey over all dimensions; as open as all of them. @rule M-SAT-02 @rule R-SAT-03 @rule R-SAT-06 @rule D-29 */
export const SURVEY_SATISFACTION_OVERALL = {
  key: 'SURVEY_SATISFACTION_OVERALL',
  catalogueId: 'M-SAT-02',
  title: 'Satisfied in the survey, over all dimensions',
  titleZh: '综合满意率',
  numerator: 'Valid answers over all dimensions that are satisfied or better',
  denominator: 'Valid answers over all dimensions',
  attribution: 'the first day of the time that the round asks about',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-SAT-03', 'R-SAT-06', 'Q-01', 'D-29'],
  version: 1,
  items: {
    source: 'SURVEY_FIGURE',
    counts: `question = 'OVERALL'`,
    at: 'period_start',
    known: 'analysed_at',
    numerator: `satisfied`,
    denominator: `answers`,
    inConfidence: `not is_open`,
  },
} as const satisfies MetricDefinition;
