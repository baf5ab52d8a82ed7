import type { MetricDefinition } from '../metric-definition.js';

/** Entries of the contact log closed. @rule M-REC-04 @rule R-REC-01 */
export const CONTACT_CLOSED = {
  key: 'CONTACT_CLOSED',
  catalogueId: 'M-REC-04',
  title: 'Entries of the contact log closed',
  titleZh: '登记办结率',
  numerator: 'Entries answered, or closed with what came of them',
  denominator: 'Entries received',
  attribution: 'when it was received',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-REC-01'],
  version: 1,
  items: {
    source: 'CONTACT',
    counts: `true`,
    at: 'received_at',
    known: 'coalesce(settled_at, received_at)',
    numerator: `(settled_at is not null)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
