import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Major complaints answered in time. @rule M-CMP-07 @rule R-CMP-13 @rule D-01 @rule P-20 */
export const MAJOR_COMPLAINT_REPLIED_IN_TIME = {
  key: 'MAJOR_COMPLAINT_REPLIED_IN_TIME',
  catalogueId: 'M-CMP-07',
  title: 'Major complaints answered in time',
  titleZh: '重大投诉回复及时率',
  numerator: 'Major complaints with a first handling reply within the limit (30 minutes)',
  denominator: 'Major complaints',
  attribution: 'when it was received or raised to major',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-13', 'D-01', 'P-20'],
  version: 1,
  items: clockItems({ rule: 'R-CMP-13', milestone: 'HANDLING_TOLD' }),
} as const satisfies MetricDefinition;
