import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Deposits refunded in time. @rule M-DEP-02 @rule R-DEP-02 @rule P-01 @rule D-10 */
export const DEPOSIT_REFUNDED_IN_TIME = {
  key: 'DEPOSIT_REFUNDED_IN_TIME',
  catalogueId: 'M-DEP-02',
  title: 'Deposits refunded in time',
  titleZh: '押金按期退还率',
  numerator: 'Deposits refunded by their due day',
  denominator: 'Deposits to be refunded',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DEP-02', 'P-01', 'D-10'],
  version: 1,
  items: obligationItems(['DEPOSIT_REFUND']),
} as const satisfies MetricDefinition;
