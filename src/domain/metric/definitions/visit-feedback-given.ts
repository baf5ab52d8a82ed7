import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Feedback owed from visits. @rule M-VIS-11 @rule R-VIS-14 */
export const VISIT_FEEDBACK_GIVEN = {
  key: 'VISIT_FEEDBACK_GIVEN',
  catalogueId: 'M-VIS-11',
  title: 'Feedback owed from visits',
  titleZh: '访谈事项反馈率',
  numerator: 'Items fed back to the customer in person, in time',
  denominator: 'Items that need feedback',
  attribution: 'when the item was raised',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-14'],
  version: 1,
  items: obligationItems(['VISIT_FEEDBACK'], { at: 'owed_since' }),
} as const satisfies MetricDefinition;
