import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Night repairs issued to the engineer on duty. @rule M-RPR-03 @rule R-RPR-06 @rule D-08 */
export const NIGHT_REPAIR_ISSUED = {
  key: 'NIGHT_REPAIR_ISSUED',
  catalogueId: 'M-RPR-03',
  title: 'Night repairs issued to the engineer on duty',
  titleZh: '夜间报修派单率',
  numerator: 'Night repairs that an engineer accepted',
  denominator: 'Night repairs reported',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-06', 'D-08'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `at_night`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `(accepted_at is not null)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
