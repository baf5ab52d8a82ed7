import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Complaints fed back in time. @rule M-CMP-08 @rule R-CMP-17 @rule D-01 */
export const COMPLAINT_FED_BACK_IN_TIME = {
  key: 'COMPLAINT_FED_BACK_IN_TIME',
  catalogueId: 'M-CMP-08',
  title: 'Complaints fed back in time',
  titleZh: '投诉及时反馈率',
  numerator: 'Complaints closed, or fed back to the customer, within the limit (12 hours)',
  denominator: 'Complaints received',
  attribution: 'when it was received',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-17', 'D-01'],
  version: 1,
  items: clockItems({
    rule: 'R-CMP-17',
    milestone: 'FEEDBACK',
    segment: { dimension: 'COMPLAINT_CLASS', of: 'complaint_class' },
  }),
} as const satisfies MetricDefinition;
