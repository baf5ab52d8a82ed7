import type { MetricDefinition } from '../metric-definition.js';

/** Callbacks by mode. @rule M-CBK-02 @rule R-CBK-04 */
export const CALLBACKS = {
  key: 'CALLBACKS',
  catalogueId: 'M-CBK-02',
  title: 'Callbacks by mode',
  titleZh: '回访方式',
  numerator: 'Callbacks in which the customer was reached, by mode',
  denominator: null,
  attribution: 'when the customer was called',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-CBK-04'],
  version: 1,
  items: {
    source: 'CALLBACK',
    counts: `outcome = 'REACHED'`,
    at: 'called_at',
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'CALLBACK_MODE', of: `mode` },
  },
} as const satisfies MetricDefinition;
