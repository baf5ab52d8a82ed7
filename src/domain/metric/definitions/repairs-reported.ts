import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs reported. @rule M-RPR-20 @rule R-RPR-16 */
export const REPAIRS_REPORTED = {
  key: 'REPAIRS_REPORTED',
  catalogueId: 'M-RPR-20',
  title: 'Repairs reported',
  titleZh: '报修数',
  numerator: 'Repairs reported',
  denominator: null,
  attribution: 'when it was reported',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-RPR-16'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `true`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'URGENCY', of: `urgency` },
  },
} as const satisfies MetricDefinition;
