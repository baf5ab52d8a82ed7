import type { MetricDefinition } from '../metric-definition.js';

/** Visits to households. @rule R-VIS-15 */
export const VISITS_MADE = {
  key: 'VISITS_MADE',
  catalogueId: 'M-VIS-05n',
  title: 'Visits to households',
  titleZh: '入户访谈数',
  numerator: 'Visits to households, by mode',
  denominator: null,
  attribution: 'when the visit began',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-VIS-15'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null`,
    at: 'visited_at',
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'VISIT_MODE', of: `coalesce(mode, '')` },
  },
} as const satisfies MetricDefinition;
