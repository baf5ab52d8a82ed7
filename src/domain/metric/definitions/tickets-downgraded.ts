import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: emergencies that became ordinary, and complaints that got a lower class. @rule D-27 */
export const TICKETS_DOWNGRADED = {
  key: 'TICKETS_DOWNGRADED',
  catalogueId: 'D-27c',
  title: 'Tickets made lesser matters',
  titleZh: '工单降级率',
  numerator: 'Emergencies that were made ordinary repairs, and complaints that were given a lower class, ever',
  denominator: 'Repairs and complaints reported',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['D-27', 'R-RPR-08', 'R-CMP-14'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR', 'COMPLAINT'],
    counts: `true`,
    at: 'reported_at',
    numerator: `downgraded::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
