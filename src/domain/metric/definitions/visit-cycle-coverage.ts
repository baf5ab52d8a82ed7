import type { MetricDefinition } from '../metric-definition.js';

/** How far rounds of visits have come, of any day as it was known then. @rule M-VIS-04 @rule R-VIS-09 @rule D-28 */
export const VISIT_CYCLE_COVERAGE = {
  key: 'VISIT_CYCLE_COVERAGE',
  catalogueId: 'M-VIS-04',
  title: 'Households visited in the cycle',
  titleZh: '访谈周期覆盖率',
  numerator: 'Households visited in the cycle that is under way, by the estate or the company',
  denominator: 'Households that were occupied on the first day of the cycle',
  attribution: 'when the cycle began',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-VIS-09', 'D-28'],
  version: 1,
  standing: 'MONTHS',
  items: {
    source: 'VISIT_CYCLE',
    counts: 'ended_at is null',
    at: 'started_at',
    numerator: 'visited',
    denominator: 'occupied',
  },
} as const satisfies MetricDefinition;
