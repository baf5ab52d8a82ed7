import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/**
 * Complaints with a complete record (五清楚, 一报告). What is complained about stands on every one, and the superior is told of every
 * one; what may be missing is what the facts are, what was done, and what the customer heard.
 * @rule M-CMP-18 @rule R-CMP-24 @rule R-CMP-25 @rule R-CMP-26 @rule R-CMP-27
 */
export const COMPLAINT_RECORD_COMPLETE = {
  key: 'COMPLAINT_RECORD_COMPLETE',
  catalogueId: 'M-CMP-18',
  title: 'Complaints with a complete record',
  titleZh: '投诉“五清楚、一报告”完整率',
  numerator:
    'Complaints whose record says what the facts are (judged), what was done unless there was nothing to it, and what was replied',
  denominator: 'Complaints closed',
  attribution: 'when it was closed',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-24', 'R-CMP-25', 'R-CMP-26', 'R-CMP-27', 'D-06'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `closed_at is not null`,
    at: 'closed_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `(judged_at is not null and replied_at is not null and (rectified_at is not null or not substantiated))::int`,
    denominator: '1',
  },
} as const satisfies MetricDefinition;
