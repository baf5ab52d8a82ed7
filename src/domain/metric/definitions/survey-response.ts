import type { MetricDefinition } from '../metric-definition.js';

/** Forms of the survey that came back. @rule M-SAT-03 @rule R-SAT-02 */
export const SURVEY_RESPONSE = {
  key: 'SURVEY_RESPONSE',
  catalogueId: 'M-SAT-03',
  title: 'Survey response',
  titleZh: '问卷回收率',
  numerator: 'Valid forms that came back; interviews on the telephone are not among them',
  denominator: 'Forms that went out and were not undeliverable',
  attribution: 'the first day of the time that the round asks about',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-SAT-02'],
  version: 1,
  items: {
    source: 'SURVEY_ESTATE',
    counts: `issued_at is not null`,
    at: 'period_start',
    known: 'coalesce(collected_at, issued_at)',
    pending: `collected_at is null`,
    numerator: `returned`,
    denominator: `reached`,
  },
} as const satisfies MetricDefinition;
