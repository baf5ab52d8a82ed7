import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs that were taken up again, or whose fault was reported anew. @rule M-RPR-10 @rule R-RPR-20 */
export const REPAIR_REWORK = {
  key: 'REPAIR_REWORK',
  catalogueId: 'M-RPR-10',
  title: 'Repairs done again',
  titleZh: '返修率',
  numerator:
    'Completed repairs that were taken up again, or whose household reported a repair in the same category within 30 days; without a category none is the same',
  denominator: 'Repairs completed',
  attribution: 'when it was completed',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['R-RPR-20'],
  version: 2,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `completed_at is not null`,
    at: 'completed_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `(reopenings > 0 or reported_anew)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
