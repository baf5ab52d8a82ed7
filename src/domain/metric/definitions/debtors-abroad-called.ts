import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Debtors who reside abroad that were telephoned. @rule M-DUN-04 @rule R-DUN-02 */
export const DEBTORS_ABROAD_CALLED = {
  key: 'DEBTORS_ABROAD_CALLED',
  catalogueId: 'M-DUN-04',
  title: 'Debtors abroad telephoned',
  titleZh: '境外欠费客户电话催收率',
  numerator: 'Debtors who reside abroad that were telephoned since',
  denominator: 'Debtors who reside abroad, once a call was due or made',
  attribution: 'when the call became owed',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DUN-02'],
  version: 1,
  items: {
    ...obligationItems(['DUNNING_CALL'], { at: 'owed_since' }),
    numerator: `(state in ('FULFILLED', 'FULFILLED_LATE'))::int`,
  },
} as const satisfies MetricDefinition;
