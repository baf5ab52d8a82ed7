import type { MetricDefinition } from '../metric-definition.js';

/** Satisfied in the survey, by dimension; of cells that few answered only those know who may. @rule M-SAT-01 @rule R-SAT-01 @rule R-SAT-06 @rule Q-01 @rule D-29 */
export const SURVEY_SATISFACTION = {
  key: 'SURVEY_SATISFACTION',
  catalogueId: 'M-SAT-01',
  title: 'Satisfied in the survey, by dimension',
  titleZh: '分项满意率',
  numerator: 'Valid answers that are satisfied or better',
  denominator: 'Valid answers',
  attribution: 'the first day of the time that the round asks about',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-SAT-01', 'R-SAT-06', 'Q-01', 'D-29'],
  version: 1,
  items: {
    source: 'SURVEY_FIGURE',
    counts: `dimension is not null`,
    at: 'period_start',
    known: 'analysed_at',
    numerator: `satisfied`,
    denominator: `answers`,
    segment: { dimension: 'SURVEY_DIMENSION', of: `dimension` },
    inConfidence: `not is_open`,
  },
} as const satisfies MetricDefinition;
