import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Services after which the customer was asked. @rule M-DSP-01 @rule R-DSP-04 @rule R-CBK-07 */
export const REQUEST_FED_BACK = {
  key: 'REQUEST_FED_BACK',
  catalogueId: 'M-DSP-01',
  title: 'Services fed back',
  titleZh: '服务闭环率',
  numerator: 'Performed services whose customer was reached by a callback since',
  denominator: 'Services performed',
  attribution: 'when it was performed',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DSP-04', 'R-CBK-07'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['SERVICE_REQUEST'],
    counts: 'completed_at is not null',
    at: 'completed_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `reached::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
