import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Complaints unsolved after a month. @rule M-CMP-10 @rule R-CMP-14 @rule R-CMP-37 @rule D-06 */
export const COMPLAINT_UNSOLVED_AFTER_A_MONTH = {
  key: 'COMPLAINT_UNSOLVED_AFTER_A_MONTH',
  catalogueId: 'M-CMP-10',
  title: 'Complaints unsolved after a month',
  titleZh: '超一个月未解决投诉率',
  numerator: 'Substantiated complaints that were not solved within a month',
  denominator: 'Substantiated complaints a month old, and those not judged by then',
  attribution: 'when it was received',
  unit: 'PERCENT',
  target: 0,
  better: 'LESS',
  rules: ['R-CMP-14', 'R-CMP-37', 'D-06'],
  version: 1,
  items: clockItems({
    rule: 'R-CMP-37',
    milestone: 'SOLVED',
    leftOut: [{ reason: 'UNSUBSTANTIATED', when: 'substantiated is false' }],
    numerator: `(state = 'BREACHED')::int`,
  }),
} as const satisfies MetricDefinition;
