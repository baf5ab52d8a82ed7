import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs that were taken up again. Of M-RPR-10 without those that were reported anew instead. @rule R-RPR-20 */
export const REPAIR_REWORK = {
  key: 'REPAIR_REWORK',
  catalogueId: 'M-RPR-10',
  title: 'Repairs done again',
  titleZh: '返修率',
  numerator: 'Completed repairs that were taken up again',
  denominator: 'Repairs completed',
  attribution: 'when it was completed',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['R-RPR-20'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `completed_at is not null`,
    at: 'completed_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `(reopenings > 0)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
