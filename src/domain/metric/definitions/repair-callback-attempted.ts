import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Repairs called back: tried. @rule M-RPR-13 @rule R-RPR-15 @rule D-12 */
export const REPAIR_CALLBACK_ATTEMPTED = {
  key: 'REPAIR_CALLBACK_ATTEMPTED',
  catalogueId: 'M-RPR-13a',
  title: 'Repairs called back: tried',
  titleZh: '维修回访尝试率',
  numerator: 'Repairs given back whose customer was reached, or tried three times on two days',
  denominator: 'Repairs given back whose customer is owed a callback',
  attribution: 'when it was given back',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-15', 'D-12'],
  version: 1,
  items: clockItems({ rule: 'R-RPR-13', milestone: 'CALLED_BACK', everyRound: true, numerator: `attempted::int` }),
} as const satisfies MetricDefinition;
