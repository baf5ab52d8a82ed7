import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Written complaints answered in writing. @rule M-CMP-13 @rule R-CMP-15 */
export const COMPLAINT_ANSWERED_IN_WRITING = {
  key: 'COMPLAINT_ANSWERED_IN_WRITING',
  catalogueId: 'M-CMP-13',
  title: 'Written complaints answered in writing',
  titleZh: '书面投诉书面回复率',
  numerator: 'Written complaints whose final answer was in writing',
  denominator: 'Written complaints closed',
  attribution: 'when it was closed',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-15'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `channel = 'LETTER' and closed_at is not null`,
    at: 'closed_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `coalesce(reply_mode = 'IN_WRITING', false)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
