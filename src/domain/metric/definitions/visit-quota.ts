import type { MetricDefinition } from '../metric-definition.js';

/** Households visited of those that the month requires. @rule M-VIS-01 @rule R-VIS-05 @rule R-VIS-06 @rule R-VIS-07 @rule R-VIS-08 @rule Q-38 @rule D-04 */
export const VISIT_QUOTA = {
  key: 'VISIT_QUOTA',
  catalogueId: 'M-VIS-01',
  title: 'Visit quota',
  titleZh: '访谈完成率',
  numerator: 'Visits that count for the quota: households, once a cycle',
  denominator: 'Households that the month requires, by the counts at its start',
  attribution: 'when the visit began; what is required, the first day of its month',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-05', 'R-VIS-06', 'R-VIS-07', 'R-VIS-08', 'Q-38', 'D-04', 'D-28'],
  version: 1,
  items: {
    source: 'OWNER_VISIT',
    counts: `visited_at is not null and for_quota`,
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
    denominator: `required`,
  },
} as const satisfies MetricDefinition;
