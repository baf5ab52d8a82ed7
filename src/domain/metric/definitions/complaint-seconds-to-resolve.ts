import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Time to resolve a complaint: mean, and percentiles of its spread. @rule M-CMP-22 @rule R-CMP-17 */
export const COMPLAINT_SECONDS_TO_RESOLVE = {
  key: 'COMPLAINT_SECONDS_TO_RESOLVE',
  catalogueId: 'M-CMP-22',
  title: 'Time to resolve a complaint',
  titleZh: '投诉解决时长',
  numerator: 'Seconds from the receipt to the final reply',
  denominator: 'Complaints resolved',
  attribution: 'when it was resolved',
  unit: 'SECONDS',
  target: null,
  better: 'LESS',
  rules: ['R-CMP-17'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `replied_at is not null`,
    at: 'replied_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `greatest(0, floor(extract(epoch from replied_at - reported_at)))::bigint`,
    denominator: `1`,
    segment: { dimension: 'COMPLAINT_CLASS', of: `complaint_class` },
  },
} as const satisfies MetricDefinition;
