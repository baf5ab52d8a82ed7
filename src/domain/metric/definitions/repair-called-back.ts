import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Repairs called back: reached. @rule M-RPR-13 @rule R-RPR-15 @rule D-12 */
export const REPAIR_CALLED_BACK = {
  key: 'REPAIR_CALLED_BACK',
  catalogueId: 'M-RPR-13',
  title: 'Repairs called back: reached',
  titleZh: '维修回访率',
  numerator: 'Repairs given back whose customer was reached',
  denominator: 'Repairs given back whose customer is owed a callback',
  attribution: 'when it was given back',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-15', 'D-12'],
  version: 1,
  items: clockItems({ rule: 'R-RPR-13', milestone: 'CALLED_BACK', everyRound: true, numerator: `reached::int` }),
} as const satisfies MetricDefinition;
