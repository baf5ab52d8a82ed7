import type { MetricDefinition } from '../metric-definition.js';

/** What was given back of payments. @rule M-FEE-10 @rule R-CSH-08 */
export const REFUNDS_PAID = {
  key: 'REFUNDS_PAID',
  catalogueId: 'M-FEE-10',
  title: 'Refunds of payments',
  titleZh: '退款总额',
  numerator: 'What was paid out of payments that are given back, by method; deposits are apart',
  denominator: null,
  attribution: 'when it was paid out',
  unit: 'YUAN',
  target: null,
  better: null,
  rules: ['M-FEE-10', 'R-CSH-08'],
  version: 1,
  ofMoney: true,
  items: {
    source: 'PAYMENT_REFUND',
    counts: 'paid_at is not null',
    at: 'paid_at',
    excluded: [{ reason: 'OTHER_CURRENCY', when: `currency <> 'CNY'` }],
    numerator: 'amount_minor',
    denominator: null,
    segment: { dimension: 'PAYMENT_METHOD', of: 'method' },
  },
} as const satisfies MetricDefinition;
