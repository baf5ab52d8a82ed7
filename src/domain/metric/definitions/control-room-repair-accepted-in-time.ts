import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Repairs of the control room accepted in time. @rule M-RPR-01 @rule R-RPR-05 @rule D-08 */
export const CONTROL_ROOM_REPAIR_ACCEPTED_IN_TIME = {
  key: 'CONTROL_ROOM_REPAIR_ACCEPTED_IN_TIME',
  catalogueId: 'M-RPR-01c',
  title: 'Repairs of the control room accepted in time',
  titleZh: '中控室报修接单及时率',
  numerator: 'Repairs taken by the control room and accepted within its limit',
  denominator: 'Repairs taken by the control room',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-05', 'D-08'],
  version: 1,
  items: clockItems({ rule: 'R-RPR-05', milestone: 'ACCEPTED', and: `taken_by = 'CONTROL_ROOM'` }),
} as const satisfies MetricDefinition;
