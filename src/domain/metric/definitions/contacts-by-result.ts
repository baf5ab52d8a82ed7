import type { MetricDefinition } from '../metric-definition.js';

/** What came of contacts. @rule M-REC-05 @rule R-REC-01 */
export const CONTACTS_BY_RESULT = {
  key: 'CONTACTS_BY_RESULT',
  catalogueId: 'M-REC-05',
  title: 'What came of contacts',
  titleZh: '登记结果构成',
  numerator: 'Entries of the contact log, by the kind of ticket that came of them',
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
    segment: { dimension: 'TICKET_KIND', of: `coalesce(result, '')` },
  },
} as const satisfies MetricDefinition;
