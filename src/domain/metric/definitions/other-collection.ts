import type { MetricDefinition } from '../metric-definition.js';
import { chargeItems } from '../charge-items.js';

/** Other charges collected, each kind on its own line. @rule M-FEE-02 @rule R-FEE-02 */
export const OTHER_COLLECTION = {
  key: 'OTHER_COLLECTION',
  catalogueId: 'M-FEE-02',
  title: 'Other charges collected',
  titleZh: '其他费用收缴率',
  numerator: 'What payments have settled of other charges',
  denominator: 'Other charges that are due, without what was let off',
  attribution: 'the first day that it is charged for',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['M-FEE-02', 'R-FEE-02'],
  version: 1,
  ofMoney: true,
  items: chargeItems(`not rated`),
} as const satisfies MetricDefinition;
