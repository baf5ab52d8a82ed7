import type { MetricDefinition } from '../metric-definition.js';

/** Visits in quiet hours. @rule M-VIS-09 @rule R-VIS-11 @rule D-03 */
export const VISIT_IN_QUIET_HOURS = {
  key: 'VISIT_IN_QUIET_HOURS',
  catalogueId: 'M-VIS-09',
  title: 'Visits in quiet hours',
  titleZh: '休息时段访谈率',
  numerator: 'Visits that began in quiet hours',
  denominator: 'Visits',
  attribution: 'when the visit began',
  unit: 'PERCENT',
  target: 0,
  better: 'LESS',
  rules: ['R-VIS-11', 'D-03'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null`,
    at: 'visited_at',
    numerator: `in_quiet_hours::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
