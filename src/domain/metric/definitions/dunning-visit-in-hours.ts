import type { MetricDefinition } from '../metric-definition.js';

/** Home visits to debtors when they are at home. @rule M-DUN-03 @rule R-DUN-05 */
export const DUNNING_VISIT_IN_HOURS = {
  key: 'DUNNING_VISIT_IN_HOURS',
  catalogueId: 'M-DUN-03',
  title: 'Home visits to debtors in the evening or at a weekend',
  titleZh: '上门催费时段率',
  numerator: 'Home visits in the evening or at a weekend',
  denominator: 'Home visits',
  attribution: 'when it took place',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DUN-05'],
  version: 1,
  items: {
    source: 'DUNNING_STEP',
    counts: `kind = 'HOME_VISIT'`,
    at: 'done_at',
    numerator: `(not off_hours)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
