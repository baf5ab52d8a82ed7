import type { MetricDefinition } from '../metric-definition.js';

/** Entries of the contact log. @rule M-REC-02 @rule R-REC-01 */
export const CONTACTS_RECEIVED = {
  key: 'CONTACTS_RECEIVED',
  catalogueId: 'M-REC-02',
  title: 'Entries of the contact log',
  titleZh: '来访来电登记数',
  numerator: 'Entries of the contact log, by channel',
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
    segment: { dimension: 'CHANNEL', of: `channel` },
  },
} as const satisfies MetricDefinition;
