import type { MetricDefinition } from '../metric-definition.js';

/** Satisfied on visits. @rule M-SAT-06 @rule R-VIS-27 */
export const VISIT_SATISFACTION = {
  key: 'VISIT_SATISFACTION',
  catalogueId: 'M-SAT-06',
  title: 'Satisfied on visits',
  titleZh: '访谈满意率',
  numerator: 'Visits on which the customer was satisfied or very satisfied',
  denominator: 'Visits with an answer',
  attribution: 'when the visit began',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-VIS-27'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null`,
    at: 'visited_at',
    excluded: [{ reason: 'NO_ANSWER', when: 'satisfaction is null' }],
    numerator: `(satisfaction in ('VERY_SATISFIED', 'SATISFIED'))::int`,
    denominator: `1`,
    segment: { dimension: 'SATISFACTION', of: `coalesce(satisfaction, '')` },
  },
} as const satisfies MetricDefinition;
