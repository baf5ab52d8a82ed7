import type { MetricDefinition } from '../metric-definition.js';

/** Home visits without appointment. @rule M-VIS-10 @rule R-VIS-10 */
export const VISIT_UNANNOUNCED = {
  key: 'VISIT_UNANNOUNCED',
  catalogueId: 'M-VIS-10',
  title: 'Home visits without appointment',
  titleZh: '未预约上门率',
  numerator: 'Home visits that nobody had agreed',
  denominator: 'Home visits',
  attribution: 'when the visit began',
  unit: 'PERCENT',
  target: 0,
  better: 'LESS',
  rules: ['R-VIS-10'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null and mode = 'HOME'`,
    at: 'visited_at',
    numerator: `unannounced::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
