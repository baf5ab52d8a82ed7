import type { MetricDefinition } from '../metric-definition.js';

/** Complaints resolved within twelve hours. @rule M-CMP-09 @rule R-CMP-17 */
export const COMPLAINT_RESOLVED_IN_TIME = {
  key: 'COMPLAINT_RESOLVED_IN_TIME',
  catalogueId: 'M-CMP-09',
  title: 'Complaints resolved in time',
  titleZh: '投诉按时解决率',
  numerator: 'Complaints resolved within the limit (12 hours)',
  denominator: 'Complaints received: those not resolved count from the day after their limit',
  attribution: 'when it was received',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-CMP-17'],
  version: 1,
  items: {
    source: 'TICKET_CLOCK',
    counts: `rule = 'R-CMP-17' and milestone = 'FEEDBACK' and round = 1`,
    at: 'started_at',
    known: `greatest(started_at, coalesce(replied_at, started_at))`,
    excluded: [
      { reason: 'MERGED', when: 'merged' },
      { reason: 'CANCELLED', when: `stage = 'CANCELLED'` },
    ],
    ripe: `case when replied_at is null then due_day end`,
    numerator: `(replied_at is not null and replied_at <= due_at)::int`,
    denominator: '1',
    segment: { dimension: 'COMPLAINT_CLASS', of: 'complaint_class' },
  },
} as const satisfies MetricDefinition;
