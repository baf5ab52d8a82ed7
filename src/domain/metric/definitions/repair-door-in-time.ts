import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Call to door in time. @rule D-23 */
export const REPAIR_DOOR_IN_TIME = {
  key: 'REPAIR_DOOR_IN_TIME',
  catalogueId: 'D-23',
  title: 'Call to door in time',
  titleZh: '报修到上门及时率',
  numerator: 'Repairs begun within the limits of acceptance and arrival together, from the report',
  denominator: 'Repairs reported',
  attribution: 'when it was reported',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['D-23'],
  version: 1,
  items: clockItems({
    rule: 'D-23',
    milestone: 'AT_THE_DOOR',
    leftOut: [{ reason: 'OTHER_TIME_AGREED', when: `state = 'CANCELLED' and scheduled_from is not null` }],
    segment: { dimension: 'URGENCY', of: 'urgency' },
  }),
} as const satisfies MetricDefinition;
