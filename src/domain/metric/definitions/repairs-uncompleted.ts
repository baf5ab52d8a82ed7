import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs that are not completed, of any day as it was known then. @rule M-RPR-09 @rule R-RPR-16 @rule R-RPR-20 */
export const REPAIRS_UNCOMPLETED = {
  key: 'REPAIRS_UNCOMPLETED',
  catalogueId: 'M-RPR-09',
  title: 'Repairs not completed',
  titleZh: '未完成维修',
  numerator: 'Repairs of the period that are not completed, by urgency',
  denominator: null,
  attribution: 'when it was reported',
  unit: 'COUNT',
  target: 0,
  better: 'LESS',
  rules: ['R-RPR-16', 'R-RPR-20'],
  version: 1,
  standing: 'DAYS',
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `completed_at is null and closed_at is null`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'URGENCY', of: 'urgency' },
  },
} as const satisfies MetricDefinition;
