import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Important complaints rectified in time. @rule M-CMP-06 @rule R-CMP-10 */
export const IMPORTANT_COMPLAINT_RECTIFIED_IN_TIME = {
  key: 'IMPORTANT_COMPLAINT_RECTIFIED_IN_TIME',
  catalogueId: 'M-CMP-06',
  title: 'Important complaints rectified in time',
  titleZh: '重要投诉整改及时率',
  numerator: 'Important complaints rectified within the limit (12 hours)',
  denominator: 'Important complaints',
  attribution: 'when it was received or raised to important',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-10'],
  version: 1,
  items: clockItems({ rule: 'R-CMP-10', milestone: 'RECTIFIED' }),
} as const satisfies MetricDefinition;
