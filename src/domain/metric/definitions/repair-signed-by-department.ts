import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs signed by the head of department. @rule M-RPR-12 @rule R-RPR-12 */
export const REPAIR_SIGNED_BY_DEPARTMENT = {
  key: 'REPAIR_SIGNED_BY_DEPARTMENT',
  catalogueId: 'M-RPR-12',
  title: 'Repairs signed by the head of department',
  titleZh: '部门签字率',
  numerator: "Repairs given back with the head's signature",
  denominator: 'Repairs given back',
  attribution: 'when it was given back',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-12'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `returned_at is not null`,
    at: 'returned_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `head_signed::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
