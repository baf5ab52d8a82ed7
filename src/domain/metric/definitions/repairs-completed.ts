import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs completed. @rule M-RPR-07 @rule R-RPR-16 */
export const REPAIRS_COMPLETED = {
  key: 'REPAIRS_COMPLETED',
  catalogueId: 'M-RPR-07',
  title: 'Repairs completed',
  titleZh: '完成维修数',
  numerator: 'Repairs completed',
  denominator: null,
  attribution: 'when it was completed',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-RPR-16'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `completed_at is not null`,
    at: 'completed_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'URGENCY', of: `urgency` },
  },
} as const satisfies MetricDefinition;
