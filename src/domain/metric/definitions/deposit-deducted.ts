import type { MetricDefinition } from '../metric-definition.js';

/** What was kept back of deposits. @rule M-DEP-03 @rule R-DEP-05 */
export const DEPOSIT_DEDUCTED = {
  key: 'DEPOSIT_DEDUCTED',
  catalogueId: 'M-DEP-03',
  title: 'Kept back of deposits',
  titleZh: '押金扣除率',
  numerator: 'What was kept back',
  denominator: 'Deposits settled',
  attribution: 'when it was settled',
  unit: 'PERCENT',
  target: null,
  better: null,
  rules: ['R-DEP-05'],
  version: 1,
  ofMoney: true,
  items: {
    source: 'DEPOSIT',
    counts: `settled_at is not null`,
    at: 'settled_at',
    excluded: [{ reason: 'OTHER_CURRENCY', when: `currency <> 'CNY'` }],
    numerator: 'deducted',
    denominator: 'amount',
  },
} as const satisfies MetricDefinition;
