import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs put off to an agreed time. @rule M-RPR-06 @rule R-RPR-10 */
export const REPAIR_RESCHEDULED = {
  key: 'REPAIR_RESCHEDULED',
  catalogueId: 'M-RPR-06',
  title: 'Repairs put off to an agreed time',
  titleZh: '预约改期率',
  numerator: 'Accepted repairs with an agreed other time, by reason',
  denominator: 'Repairs accepted',
  attribution: 'when it was accepted',
  unit: 'PERCENT',
  target: null,
  better: null,
  rules: ['R-RPR-10'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `accepted_at is not null`,
    at: 'accepted_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `(scheduled_from is not null)::int`,
    denominator: `1`,
    segment: { dimension: 'SCHEDULE_REASON', of: `coalesce(schedule_reason, '')` },
  },
} as const satisfies MetricDefinition;
