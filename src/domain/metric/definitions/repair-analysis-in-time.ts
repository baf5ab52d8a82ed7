import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Monthly analysis of repairs in time. @rule M-RPR-18 @rule R-RPR-20 @rule P-06 */
export const REPAIR_ANALYSIS_IN_TIME = {
  key: 'REPAIR_ANALYSIS_IN_TIME',
  catalogueId: 'M-RPR-18',
  title: 'Monthly analysis of repairs in time',
  titleZh: '维修月度分析及时率',
  numerator: 'Analyses of a month handed in by their deadline',
  denominator: 'Analyses owed',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-20', 'P-06'],
  version: 1,
  items: obligationItems(['REPAIR_ANALYSIS']),
} as const satisfies MetricDefinition;
