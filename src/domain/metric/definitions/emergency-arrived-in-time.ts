import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Emergency repairs: arrival in time. @rule M-RPR-04 @rule R-RPR-08 @rule D-19 */
export const EMERGENCY_ARRIVED_IN_TIME = {
  key: 'EMERGENCY_ARRIVED_IN_TIME',
  catalogueId: 'M-RPR-04',
  title: 'Emergency repairs: arrival in time',
  titleZh: '急修到场及时率',
  numerator: 'Emergency repairs begun within the limit (10 minutes) of the acceptance',
  denominator: 'Emergency repairs accepted',
  attribution: 'when it was accepted',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-08', 'D-19'],
  version: 1,
  items: clockItems({ rule: 'R-RPR-08', milestone: 'ON_SITE' }),
} as const satisfies MetricDefinition;
