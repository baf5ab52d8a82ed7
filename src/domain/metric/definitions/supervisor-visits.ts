import type { MetricDefinition } from '../metric-definition.js';

/** Visits by the supervisor, of those that the month requires. @rule M-VIS-03 @rule R-VIS-04 @rule P-07 */
export const SUPERVISOR_VISITS = {
  key: 'SUPERVISOR_VISITS',
  catalogueId: 'M-VIS-03',
  title: "The supervisor's visits",
  titleZh: '领班访谈完成率',
  numerator: 'Visits by the supervisor, a household once a cycle',
  denominator: 'Visits that the month requires of the supervisor',
  attribution: 'when the visit began; what is required, the first day of its month',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-04', 'P-07'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null and organiser = 'ESTATE' and visitor_post = 'SERVICE_SUPERVISOR' and not repeated`,
    at: 'visited_at',
    numerator: `1`,
    denominator: `0`,
  },
  beside: {
    source: 'VISIT_MONTH',
    counts: `true`,
    at: 'month_start',
    known: 'drawn_at',
    numerator: `0`,
    denominator: `by_supervisor`,
  },
} as const satisfies MetricDefinition;
