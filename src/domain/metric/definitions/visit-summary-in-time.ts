import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Monthly visit summaries in time. @rule M-VIS-07 @rule R-VIS-19 */
export const VISIT_SUMMARY_IN_TIME = {
  key: 'VISIT_SUMMARY_IN_TIME',
  catalogueId: 'M-VIS-07',
  title: 'Monthly visit summaries in time',
  titleZh: '访谈月度汇总及时率',
  numerator: 'Summaries of a month handed in by the 5th of the next',
  denominator: 'Summaries owed',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-19'],
  version: 1,
  items: obligationItems(['VISIT_SUMMARY']),
} as const satisfies MetricDefinition;
