import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Called back in time after the work. @rule D-23 @rule P-18 */
export const REPAIR_CALLED_BACK_AFTER_WORK_IN_TIME = {
  key: 'REPAIR_CALLED_BACK_AFTER_WORK_IN_TIME',
  catalogueId: 'D-23b',
  title: 'Called back in time after the work',
  titleZh: '完工后回访及时率',
  numerator: 'Callbacks within the limit (P-18) of the completion',
  denominator: 'Repairs completed whose customer is owed a callback',
  attribution: 'when it was completed',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['D-23', 'P-18'],
  version: 1,
  items: clockItems({ rule: 'D-23', milestone: 'CALLED_BACK_AFTER_WORK', everyRound: true }),
} as const satisfies MetricDefinition;
