import type { MetricDefinition } from '../metric-definition.js';

/** Visits by the service centre manager, of those that the month requires. @rule M-VIS-02 @rule R-VIS-03 @rule P-07 */
export const MANAGER_VISITS = {
  key: 'MANAGER_VISITS',
  catalogueId: 'M-VIS-02',
  title: "The manager's visits",
  titleZh: '主管访谈完成率',
  numerator: 'Visits by the service centre manager, a household once a cycle',
  denominator: 'Visits that the month requires of the manager',
  attribution: 'when the visit began; what is required, the first day of its month',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-03', 'P-07'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null and organiser = 'ESTATE' and visitor_post = 'SERVICE_MANAGER' and not repeated`,
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
    denominator: `by_manager`,
  },
} as const satisfies MetricDefinition;
