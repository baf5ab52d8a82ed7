import type { MetricDefinition } from '../metric-definition.js';
import { OWED_REPORTS } from '../../obligation/obligation-kind.js';
import { obligationItems } from '../obligation-items.js';

/** Reports handed in by their deadline: those on a period, and what visits of a month or quarter came to. @rule M-RPT-01 @rule R-RPT-21 */
export const REPORT_IN_TIME = {
  key: 'REPORT_IN_TIME',
  catalogueId: 'M-RPT-01',
  title: 'Reports handed in by their deadline',
  titleZh: '报告及时率',
  numerator: 'Reports handed in by their deadline',
  denominator: 'Reports due',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPT-21'],
  version: 2,
  items: obligationItems([...OWED_REPORTS, 'VISIT_SUMMARY', 'VISIT_REPORT']),
} as const satisfies MetricDefinition;
