import type { MetricItems } from './metric-definition.js';

/**
 * Charges of an estate: paid of charged, both of the very same charges. What is not due by the end of a day waits, and counts on the
 * next; nothing has to be told for that. What is in another currency is left out.
 * @rule M-FEE-01 @rule R-MET-04
 */
export const chargeItems = (counts: string): MetricItems => ({
  source: 'BOOKS',
  counts,
  at: 'month_start',
  known: 'recorded_at',
  apart: 'recorded_on',
  excluded: [{ reason: 'OTHER_CURRENCY', when: `currency <> 'CNY'` }],
  ripe: 'due_day',
  weight: 'charges',
  numerator: 'paid',
  denominator: 'charged',
  segment: { dimension: 'CHARGE_KIND', of: 'kind' },
});
