import type { MetricDefinition } from '../metric-definition.js';
import { clockItems } from '../clock-items.js';

/** Major complaints called back by the manager. @rule M-CMP-15 @rule R-CMP-13 */
export const MAJOR_COMPLAINT_CALLED_BACK = {
  key: 'MAJOR_COMPLAINT_CALLED_BACK',
  catalogueId: 'M-CMP-15',
  title: 'Major complaints called back',
  titleZh: '重大投诉回访率',
  numerator: 'Answers to major complaints with a callback of the right kind',
  denominator: 'Answers to major complaints that owe a callback',
  attribution: 'when the complaint was answered',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-13', 'R-CBK-04'],
  version: 1,
  items: clockItems({
    rule: 'R-CBK-04',
    milestone: 'CALLED_BACK',
    everyRound: true,
    and: `complaint_class = 'MAJOR'`,
    numerator: 'rightly_reached::int',
  }),
} as const satisfies MetricDefinition;
