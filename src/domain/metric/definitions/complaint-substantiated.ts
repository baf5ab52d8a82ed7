import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Complaints that are founded. @rule M-CMP-12 @rule R-CMP-37 @rule D-06 */
export const COMPLAINT_SUBSTANTIATED = {
  key: 'COMPLAINT_SUBSTANTIATED',
  catalogueId: 'M-CMP-12',
  title: 'Complaints that are founded',
  titleZh: '有效投诉率',
  numerator: 'Complaints judged to be founded',
  denominator: 'Complaints judged',
  attribution: 'when it was judged',
  unit: 'PERCENT',
  target: null,
  better: null,
  rules: ['R-CMP-37', 'D-06'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `judged_at is not null`,
    at: 'judged_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `substantiated::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
