import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Visit summaries approved in time. @rule M-VIS-08 @rule R-VIS-20 */
export const VISIT_SUMMARY_APPROVED_IN_TIME = {
  key: 'VISIT_SUMMARY_APPROVED_IN_TIME',
  catalogueId: 'M-VIS-08',
  title: 'Visit summaries approved in time',
  titleZh: '访谈汇总审批及时率',
  numerator: 'Summaries decided within two working days',
  denominator: 'Summaries handed in',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-20'],
  version: 1,
  items: obligationItems(['SUMMARY_REVIEW']),
} as const satisfies MetricDefinition;
