import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** General complaints answered in time. @rule M-CMP-05 @rule R-CMP-07 @rule P-19 */
export const COMPLAINT_RESULT_TOLD_IN_TIME = {
  key: 'COMPLAINT_RESULT_TOLD_IN_TIME',
  catalogueId: 'M-CMP-05',
  title: 'General complaints answered in time',
  titleZh: '一般投诉回复及时率',
  numerator: 'General complaints replied to within the limit (30 minutes)',
  denominator: "General complaints with a department's report",
  attribution: 'when the limit began (P-19)',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-07', 'P-19'],
  version: 1,
  items: clockItems({ rule: 'R-CMP-07', milestone: 'RESULT_TOLD' }),
} as const satisfies MetricDefinition;
