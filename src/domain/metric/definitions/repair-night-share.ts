import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Share of repairs reported at night. @rule M-RPR-20 @rule R-RPR-06 */
export const REPAIR_NIGHT_SHARE = {
  key: 'REPAIR_NIGHT_SHARE',
  catalogueId: 'M-RPR-20n',
  title: 'Share of repairs reported at night',
  titleZh: '夜间报修占比',
  numerator: 'Repairs reported at night',
  denominator: 'Repairs reported',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: null,
  better: null,
  rules: ['R-RPR-06'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `true`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `coalesce(at_night, false)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
