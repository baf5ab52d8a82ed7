import type { MetricDefinition } from '../metric-definition.js';

/** Entered late. @rule M-QLT-01 @rule R-MET-11 */
export const ENTRY_LATE = {
  key: 'ENTRY_LATE',
  catalogueId: 'M-QLT-01',
  title: 'Entered late',
  titleZh: '补录率',
  numerator: 'Steps of tickets entered more than 24 hours after they happened',
  denominator: 'Steps of tickets that clocks follow',
  attribution: 'when it happened',
  unit: 'PERCENT',
  target: 0,
  better: 'LESS',
  rules: ['R-MET-11'],
  version: 2,
  items: {
    source: 'CLOCK_ENTRY',
    counts: `entry <> 'WARN' and entry <> 'BREACH'`,
    at: 'occurred_at',
    numerator: `late::int`,
    denominator: `1`,
    segment: { dimension: 'STAFF', of: `coalesce(entered_by::text, '')` },
  },
} as const satisfies MetricDefinition;
