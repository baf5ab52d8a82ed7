import type { MetricDefinition } from '../metric-definition.js';

/** Deposits that are held, of any day as it was known then. @rule M-DEP-01 */
export const DEPOSITS_HELD = {
  key: 'DEPOSITS_HELD',
  catalogueId: 'M-DEP-01',
  title: 'Deposits held',
  titleZh: '在押押金余额',
  numerator:
    'Deposits of the period that are not refunded, by kind: whole until they are settled, then what is to be given back',
  denominator: null,
  attribution: 'the day on which it was collected',
  unit: 'YUAN',
  target: null,
  better: null,
  rules: ['M-DEP-01', 'R-DEP-05'],
  version: 1,
  standing: 'MONTHS',
  ofMoney: true,
  items: {
    source: 'DEPOSIT',
    counts: `stage in ('HELD', 'SETTLED', 'AUTHORISED')`,
    at: 'collected_at',
    known: 'recorded_at',
    excluded: [{ reason: 'OTHER_CURRENCY', when: `currency <> 'CNY'` }],
    numerator: 'coalesce(left_over, amount)',
    denominator: null,
    segment: { dimension: 'DEPOSIT_KIND', of: 'kind' },
  },
} as const satisfies MetricDefinition;
