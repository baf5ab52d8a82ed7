import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Appointments kept. @rule M-RPR-05 @rule R-RPR-10 */
export const APPOINTMENT_KEPT = {
  key: 'APPOINTMENT_KEPT',
  catalogueId: 'M-RPR-05',
  title: 'Appointments kept',
  titleZh: '预约维修履约率',
  numerator: 'Repairs begun by the agreed time',
  denominator: 'Repairs with an agreed time',
  attribution: 'the agreed time',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-RPR-10'],
  version: 1,
  items: clockItems({ rule: 'R-RPR-10', milestone: 'AS_AGREED', everyRound: true, at: 'due_at' }),
} as const satisfies MetricDefinition;
