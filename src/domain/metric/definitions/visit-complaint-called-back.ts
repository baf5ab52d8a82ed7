import type { MetricDefinition } from '../metric-definition.js';
import { clockItems } from '../clock-items.js';

/** Complaints made in person called back. @rule M-CMP-16 @rule R-CMP-16 */
export const VISIT_COMPLAINT_CALLED_BACK = {
  key: 'VISIT_COMPLAINT_CALLED_BACK',
  catalogueId: 'M-CMP-16',
  title: 'Complaints made in person called back',
  titleZh: '来访投诉回访率',
  numerator: 'Answers to complaints made in person with a callback of the right kind',
  denominator: 'Answers to complaints made in person that owe a callback',
  attribution: 'when the complaint was answered',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-16', 'R-CBK-04'],
  version: 1,
  items: clockItems({
    rule: 'R-CBK-04',
    milestone: 'CALLED_BACK',
    everyRound: true,
    and: `channel = 'VISIT'`,
    numerator: 'rightly_reached::int',
  }),
} as const satisfies MetricDefinition;
