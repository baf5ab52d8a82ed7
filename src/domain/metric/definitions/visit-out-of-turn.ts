import type { MetricDefinition } from '../metric-definition.js';

/** Visits out of turn. @rule M-VIS-05 @rule R-VIS-09 @rule D-04 */
export const VISIT_OUT_OF_TURN = {
  key: 'VISIT_OUT_OF_TURN',
  catalogueId: 'M-VIS-05',
  title: 'Visits out of turn',
  titleZh: '重复访谈率',
  numerator: 'Visits to a household already visited in the cycle',
  denominator: 'Visits',
  attribution: 'when the visit began',
  unit: 'PERCENT',
  target: 0,
  better: 'LESS',
  rules: ['R-VIS-09', 'D-04'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null`,
    at: 'visited_at',
    numerator: `repeated::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
