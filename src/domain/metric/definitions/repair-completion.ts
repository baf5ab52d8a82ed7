import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Share of repairs completed. @rule M-RPR-08 @rule R-RPR-17 @rule R-RPR-20 */
export const REPAIR_COMPLETION = {
  key: 'REPAIR_COMPLETION',
  catalogueId: 'M-RPR-08',
  title: 'Share of repairs completed',
  titleZh: '维修完成率',
  numerator: 'Repairs of the period that are completed',
  denominator: 'Repairs reported',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-RPR-17', 'R-RPR-20'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `true`,
    at: 'reported_at',
    known: 'greatest(reported_at, coalesce(completed_at, reported_at))',
    excluded: [...STANDARD_EXCLUSIONS, { reason: 'DECLINED', when: `stage = 'DECLINED'` }],
    numerator: `(completed_at is not null)::int`,
    denominator: `1`,
    segment: { dimension: 'URGENCY', of: `urgency` },
  },
} as const satisfies MetricDefinition;
