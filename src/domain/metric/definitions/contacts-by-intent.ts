import type { MetricDefinition } from '../metric-definition.js';

/** What customers come for. @rule M-REC-05 @rule R-REC-01 */
export const CONTACTS_BY_INTENT = {
  key: 'CONTACTS_BY_INTENT',
  catalogueId: 'M-REC-05',
  title: 'What customers come for',
  titleZh: '登记事项构成',
  numerator: 'Entries of the contact log, by what they were for',
  denominator: null,
  attribution: 'when it was received',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-REC-01'],
  version: 1,
  items: {
    source: 'CONTACT',
    counts: `true`,
    at: 'received_at',
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'CONTACT_INTENT', of: `intent` },
  },
} as const satisfies MetricDefinition;
