import type { MetricDefinition } from '../metric-definition.js';

/** What came in of debts that were due before the period. @rule M-FEE-04 @rule D-26 */
export const PRIOR_ARREARS_RECOVERED = {
  key: 'PRIOR_ARREARS_RECOVERED',
  catalogueId: 'M-FEE-04',
  title: 'Prior arrears recovered',
  titleZh: '往期欠费清收率',
  numerator: 'What payments of the period have settled of charges that were due before it',
  denominator: 'What was open of those charges when it began, without what was let off or written off until its end',
  attribution: 'the day of the books of the payment; what was open, the first day of the period',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['M-FEE-04', 'D-26'],
  version: 1,
  ofMoney: true,
  ofPriorDebt: true,
  items: {
    source: 'BOOKS_MOVED',
    counts: `currency = 'CNY'`,
    at: 'moved_at',
    known: 'recorded_at',
    apart: 'recorded_on',
    ripe: 'due_day',
    weight: '0',
    numerator: 'paid',
    denominator: 'charged',
  },
} as const satisfies MetricDefinition;
