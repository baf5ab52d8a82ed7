import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: repairs and complaints that were called off. @rule D-27 */
export const TICKETS_CANCELLED = {
  key: 'TICKETS_CANCELLED',
  catalogueId: 'D-27a',
  title: 'Tickets called off',
  titleZh: '工单取消率',
  numerator: 'Repairs and complaints that were called off',
  denominator: 'Repairs and complaints reported',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['D-27'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR', 'COMPLAINT'],
    counts: `true`,
    at: 'reported_at',
    numerator: `(stage = 'CANCELLED')::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
