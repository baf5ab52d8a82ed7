import type { MetricDefinition } from '../metric-definition.js';

/** Home visits to debtors by two. @rule M-DUN-02 @rule R-DUN-06 */
export const DUNNING_VISIT_BY_TEAM = {
  key: 'DUNNING_VISIT_BY_TEAM',
  catalogueId: 'M-DUN-02',
  title: 'Home visits to debtors by two',
  titleZh: '上门催费双人率',
  numerator: 'Home visits with two named members of staff at least',
  denominator: 'Home visits',
  attribution: 'when it took place',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DUN-06'],
  version: 1,
  items: {
    source: 'DUNNING_STEP',
    counts: `kind = 'HOME_VISIT'`,
    at: 'done_at',
    numerator: `(not too_few)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
