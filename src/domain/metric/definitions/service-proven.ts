import type { MetricDefinition } from '../metric-definition.js';

/** Attempts of service with all that proves them. @rule M-DUN-09 @rule R-DUN-12 @rule R-DUN-13 @rule R-DUN-14 @rule R-DUN-15 */
export const SERVICE_PROVEN = {
  key: 'SERVICE_PROVEN',
  catalogueId: 'M-DUN-09',
  title: 'Service with its evidence',
  titleZh: '送达证据完整率',
  numerator:
    'Attempts with the days and the amount of the debt and their proof: signed record, receipt of the courier, photo of the board',
  denominator: 'Attempts to serve a document on a debtor',
  attribution: 'when it was attempted',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DUN-12', 'R-DUN-13', 'R-DUN-14', 'R-DUN-15'],
  version: 1,
  items: {
    source: 'DOCUMENT_SERVICE',
    counts: `true`,
    at: 'attempted_at',
    numerator: `(proven and dated)::int`,
    denominator: '1',
    segment: { dimension: 'SERVICE_METHOD', of: `method` },
  },
} as const satisfies MetricDefinition;
