import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Repairs forwarded in time by the desk. @rule M-RPR-01 @rule R-RPR-05 @rule D-07 @rule D-08 */
export const REPAIR_FORWARDED_IN_TIME = {
  key: 'REPAIR_FORWARDED_IN_TIME',
  catalogueId: 'M-RPR-01b',
  title: 'Repairs forwarded in time by the desk',
  titleZh: '前台转呈及时率',
  numerator: 'Repairs forwarded within the limit (3 minutes) of the report',
  denominator: 'Repairs reported',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-05', 'D-07', 'D-08'],
  version: 1,
  items: clockItems({
    rule: 'R-RPR-05',
    milestone: 'FORWARDED',
    leftOut: [{ reason: 'CONTROL_ROOM', when: `taken_by = 'CONTROL_ROOM'` }],
  }),
} as const satisfies MetricDefinition;
