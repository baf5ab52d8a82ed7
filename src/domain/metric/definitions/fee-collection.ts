import type { MetricDefinition } from '../metric-definition.js';
import { chargeItems } from '../charge-items.js';

/** Fees collected of those charged, for the company's own regular service. @rule M-FEE-01 @rule D-21 @rule D-22 */
export const FEE_COLLECTION = {
  key: 'FEE_COLLECTION',
  catalogueId: 'M-FEE-01',
  title: 'Fees collected',
  titleZh: '收费率',
  numerator: 'What payments have settled of property and parking fees',
  denominator: 'Property and parking fees charged and due, without what was let off',
  attribution: 'the first day that it is charged for',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['M-FEE-01', 'D-21', 'D-22', 'R-FEE-11'],
  version: 1,
  ofMoney: true,
  items: chargeItems(`rated`),
} as const satisfies MetricDefinition;
