import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Ordinary repairs: arrival in time. @rule M-RPR-02 @rule R-RPR-07 @rule D-19 */
export const REPAIR_ARRIVED_IN_TIME = {
  key: 'REPAIR_ARRIVED_IN_TIME',
  catalogueId: 'M-RPR-02',
  title: 'Ordinary repairs: arrival in time',
  titleZh: '一般维修到场及时率',
  numerator: 'Ordinary repairs begun within the limit (15 minutes) of the acceptance',
  denominator: 'Ordinary repairs accepted',
  attribution: 'when it was accepted',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-07', 'D-19'],
  version: 1,
  items: clockItems({
    rule: 'R-RPR-07',
    milestone: 'ON_SITE',
    leftOut: [{ reason: 'OTHER_TIME_AGREED', when: `state = 'CANCELLED' and scheduled_from is not null` }],
  }),
} as const satisfies MetricDefinition;
