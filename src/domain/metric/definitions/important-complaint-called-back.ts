import type { MetricDefinition } from '../metric-definition.js';
import { clockItems } from '../clock-items.js';

/** Important complaints called back face to face by steward or manager. @rule M-CMP-14 @rule R-CMP-11 */
export const IMPORTANT_COMPLAINT_CALLED_BACK = {
  key: 'IMPORTANT_COMPLAINT_CALLED_BACK',
  catalogueId: 'M-CMP-14',
  title: 'Important complaints called back',
  titleZh: '重要投诉回访率',
  numerator: 'Answers to important complaints with a callback of the right kind',
  denominator: 'Answers to important complaints that owe a callback',
  attribution: 'when the complaint was answered',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-11', 'R-CBK-04'],
  version: 1,
  items: clockItems({
    rule: 'R-CBK-04',
    milestone: 'CALLED_BACK',
    everyRound: true,
    and: `complaint_class = 'IMPORTANT'`,
    numerator: 'rightly_reached::int',
  }),
} as const satisfies MetricDefinition;
