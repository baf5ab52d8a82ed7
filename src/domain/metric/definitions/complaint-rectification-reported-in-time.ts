import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** General complaints reported back in time. @rule M-CMP-04 @rule R-CMP-06 @rule P-19 */
export const COMPLAINT_RECTIFICATION_REPORTED_IN_TIME = {
  key: 'COMPLAINT_RECTIFICATION_REPORTED_IN_TIME',
  catalogueId: 'M-CMP-04',
  title: 'General complaints reported back in time',
  titleZh: '一般投诉部门反馈及时率',
  numerator: 'General complaints reported to the desk within the limit (20 minutes)',
  denominator: 'General complaints rectified',
  attribution: 'when the limit began (P-19)',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-06', 'P-19'],
  version: 1,
  items: clockItems({ rule: 'R-CMP-06', milestone: 'RECTIFICATION_REPORTED' }),
} as const satisfies MetricDefinition;
