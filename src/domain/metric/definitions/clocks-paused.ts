import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: clocks that stood still for a while. @rule D-27 @rule D-05 */
export const CLOCKS_PAUSED = {
  key: 'CLOCKS_PAUSED',
  catalogueId: 'D-27d',
  title: 'Clocks that were paused',
  titleZh: '时限暂停率',
  numerator: 'Clocks of tickets that somebody has paused, whether or not they run again',
  denominator: 'Clocks of tickets started',
  attribution: 'when it was started',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['D-27', 'D-05'],
  version: 1,
  items: {
    source: 'TICKET_CLOCK',
    counts: 'true',
    at: 'started_at',
    numerator: `paused::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
