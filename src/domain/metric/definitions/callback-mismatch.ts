import type { MetricDefinition } from '../metric-definition.js';

/** Callbacks of the wrong kind or by the wrong person. @rule M-CBK-04 @rule R-CBK-04 */
export const CALLBACK_MISMATCH = {
  key: 'CALLBACK_MISMATCH',
  catalogueId: 'M-CBK-04',
  title: 'Callbacks of the wrong kind or by the wrong person',
  titleZh: '回访不合规率',
  numerator: 'Callbacks whose mode or caller is not the one required',
  denominator: 'Callbacks in which the customer was reached',
  attribution: 'when the customer was called',
  unit: 'PERCENT',
  target: 0,
  better: 'LESS',
  rules: ['R-CBK-04'],
  version: 1,
  items: {
    source: 'CALLBACK',
    counts: `outcome = 'REACHED'`,
    at: 'called_at',
    numerator: `(flaw is not null)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
