import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Quarterly visit reports. @rule M-VIS-14 @rule R-VIS-29 */
export const VISIT_REPORT_DELIVERED = {
  key: 'VISIT_REPORT_DELIVERED',
  catalogueId: 'M-VIS-14',
  title: 'Quarterly visit reports',
  titleZh: '访谈季度报告提交率',
  numerator: 'Quarterly reports delivered in time',
  denominator: 'Quarterly reports owed',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-29'],
  version: 1,
  items: obligationItems(['VISIT_REPORT']),
} as const satisfies MetricDefinition;
