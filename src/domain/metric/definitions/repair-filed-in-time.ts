import type { MetricDefinition } from '../metric-definition.js';

/** Repairs filed by the end of the month after their callback. @rule M-RPR-22 @rule R-RPR-18 */
export const REPAIR_FILED_IN_TIME = {
  key: 'REPAIR_FILED_IN_TIME',
  catalogueId: 'M-RPR-22',
  title: 'Repairs filed in time',
  titleZh: '维修单归档率',
  numerator: 'Repairs filed by the end of the month after their callback',
  denominator: 'Repairs called back: of what is not filed, from the month behind that on',
  attribution: 'when it was called back',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-18'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `called_back_at is not null`,
    at: 'called_back_at',
    known: 'greatest(called_back_at, closed_at)',
    ripe: 'case when closed_at is null then file_by end',
    numerator: 'coalesce(closed_on <= file_by, false)::int',
    denominator: '1',
  },
} as const satisfies MetricDefinition;
