import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Repairs called back in time. @rule M-RPR-14 @rule R-RPR-13 @rule P-18 */
export const REPAIR_CALLED_BACK_IN_TIME = {
  key: 'REPAIR_CALLED_BACK_IN_TIME',
  catalogueId: 'M-RPR-14',
  title: 'Repairs called back in time',
  titleZh: '维修回访及时率',
  numerator: 'Callbacks within the limit (P-18) of the return',
  denominator: 'Repairs given back whose customer is owed a callback',
  attribution: 'when it was given back',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-13', 'P-18'],
  version: 1,
  items: clockItems({ rule: 'R-RPR-13', milestone: 'CALLED_BACK', everyRound: true }),
} as const satisfies MetricDefinition;
