import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Time to complete a repair: mean, and percentiles of its spread. @rule M-RPR-19 @rule R-RPR-20 */
export const REPAIR_SECONDS_TO_COMPLETE = {
  key: 'REPAIR_SECONDS_TO_COMPLETE',
  catalogueId: 'M-RPR-19',
  title: 'Time to complete a repair',
  titleZh: '维修完成时长',
  numerator: 'Seconds from the report, or from the agreed time, to the completion',
  denominator: 'Repairs completed',
  attribution: 'when it was completed',
  unit: 'SECONDS',
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
    numerator: `greatest(0, floor(extract(epoch from completed_at - case when scheduled_from is null then reported_at else least(scheduled_from, completed_at) end)))::bigint`,
    denominator: `1`,
    segment: { dimension: 'URGENCY', of: `urgency` },
  },
} as const satisfies MetricDefinition;
