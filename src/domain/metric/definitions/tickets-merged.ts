import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: repairs and complaints that were joined to others. @rule D-27 */
export const TICKETS_MERGED = {
  key: 'TICKETS_MERGED',
  catalogueId: 'D-27b',
  title: 'Tickets joined to others',
  titleZh: '工单合并率',
  numerator: 'Repairs and complaints that were joined to others as duplicates',
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
    numerator: `merged::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
