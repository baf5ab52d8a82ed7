import type { MetricDefinition } from '../metric-definition.js';

/** Documents served on debtors, by method. @rule M-DUN-10 @rule R-DUN-16 */
export const DOCUMENTS_SERVED = {
  key: 'DOCUMENTS_SERVED',
  catalogueId: 'M-DUN-10',
  title: 'Documents served on debtors',
  titleZh: '送达方式',
  numerator: 'Documents that were served, by method',
  denominator: null,
  attribution: 'when it was served',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-DUN-16'],
  version: 1,
  items: {
    source: 'DOCUMENT_SERVICE',
    counts: `outcome = 'SERVED'`,
    at: 'attempted_at',
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'SERVICE_METHOD', of: `method` },
  },
} as const satisfies MetricDefinition;
