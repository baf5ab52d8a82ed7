import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Quarterly spot-checks of visits. @rule M-VIS-13 @rule R-VIS-25 */
export const VISIT_SPOT_CHECK_DONE = {
  key: 'VISIT_SPOT_CHECK_DONE',
  catalogueId: 'M-VIS-13',
  title: 'Quarterly spot-checks of visits',
  titleZh: '访谈季度抽查完成率',
  numerator: 'Quarters with a recorded spot-check',
  denominator: 'Spot-checks owed',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-VIS-25'],
  version: 1,
  items: obligationItems(['VISIT_SPOT_CHECK']),
} as const satisfies MetricDefinition;
