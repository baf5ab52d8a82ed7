import type { MetricDefinition } from '../metric-definition.js';

/** Visit records signed. @rule M-VIS-12 @rule R-VIS-16 */
export const VISIT_SIGNED = {
  key: 'VISIT_SIGNED',
  catalogueId: 'M-VIS-12',
  title: 'Visit records signed',
  titleZh: '访谈签字率',
  numerator: 'Records that the customer signed',
  denominator: 'Visits',
  attribution: 'when the visit began',
  unit: 'PERCENT',
  target: null,
  better: null,
  rules: ['R-VIS-16'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null`,
    at: 'visited_at',
    numerator: `coalesce(signature = 'SIGNED', false)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
