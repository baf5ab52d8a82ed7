import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Takings handed over in time. @rule M-CSH-01 @rule R-CSH-01 @rule D-20 */
export const CASH_HANDED_OVER_IN_TIME = {
  key: 'CASH_HANDED_OVER_IN_TIME',
  catalogueId: 'M-CSH-01',
  title: 'Takings handed over in time',
  titleZh: '收入交接及时率',
  numerator: 'Shifts handed over in time',
  denominator: 'Shifts with takings',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CSH-01', 'D-20'],
  version: 1,
  items: obligationItems(['CASH_HANDOVER']),
} as const satisfies MetricDefinition;
