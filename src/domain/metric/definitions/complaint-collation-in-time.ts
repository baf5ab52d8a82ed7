import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Monthly collations of complaints in time. @rule M-CMP-21 @rule R-CMP-18 @rule P-06b */
export const COMPLAINT_COLLATION_IN_TIME = {
  key: 'COMPLAINT_COLLATION_IN_TIME',
  catalogueId: 'M-CMP-21',
  title: 'Monthly collations of complaints in time',
  titleZh: '投诉月度汇总及时率',
  numerator: 'Collations of a month handed in by their deadline',
  denominator: 'Collations owed',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-18', 'P-06b'],
  version: 1,
  items: obligationItems(['COMPLAINT_COLLATION']),
} as const satisfies MetricDefinition;
