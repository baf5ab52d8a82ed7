import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Complaints received. @rule M-CMP-01 @rule R-CMP-18 @rule R-CMP-31 */
export const COMPLAINTS_RECEIVED = {
  key: 'COMPLAINTS_RECEIVED',
  catalogueId: 'M-CMP-01',
  title: 'Complaints received',
  titleZh: '投诉数',
  numerator: 'Complaints received, by their present class',
  denominator: null,
  attribution: 'when it was received',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-CMP-18', 'R-CMP-31'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `true`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'COMPLAINT_CLASS', of: `complaint_class` },
  },
} as const satisfies MetricDefinition;
