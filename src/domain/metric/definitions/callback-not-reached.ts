import type { MetricDefinition } from '../metric-definition.js';

/** Callbacks that did not reach the customer. @rule M-CBK-03 @rule R-CBK-04 */
export const CALLBACK_NOT_REACHED = {
  key: 'CALLBACK_NOT_REACHED',
  catalogueId: 'M-CBK-03',
  title: 'Callbacks that did not reach the customer',
  titleZh: '回访未接通率',
  numerator: 'Tries that did not reach the customer',
  denominator: 'Tries',
  attribution: 'when the customer was called',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['R-CBK-04'],
  version: 1,
  items: {
    source: 'CALLBACK',
    counts: `true`,
    at: 'called_at',
    numerator: `(outcome in ('NOT_REACHED', 'WRONG_NUMBER'))::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
