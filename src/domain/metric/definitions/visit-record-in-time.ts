import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Visit records handed in by the next day. @rule M-VIS-06 @rule R-VIS-17 */
export const VISIT_RECORD_IN_TIME = {
  key: 'VISIT_RECORD_IN_TIME',
  catalogueId: 'M-VIS-06',
  title: 'Visit records handed in by the next day',
  titleZh: '访谈记录及时提交率',
  numerator: 'Records handed in by the end of the day after the visit',
  denominator: 'Visits made',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-17'],
  version: 1,
  items: obligationItems(['VISIT_RECORD']),
} as const satisfies MetricDefinition;
