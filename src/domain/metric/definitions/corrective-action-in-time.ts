import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Corrective actions done in time. @rule M-CMP-19 @rule R-CMP-20 */
export const CORRECTIVE_ACTION_IN_TIME = {
  key: 'CORRECTIVE_ACTION_IN_TIME',
  catalogueId: 'M-CMP-19',
  title: 'Corrective actions done in time',
  titleZh: '纠正措施按期完成率',
  numerator: 'Corrective and preventive actions done by their due day',
  denominator: 'Corrective and preventive actions due',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-20'],
  version: 1,
  items: obligationItems(['CORRECTIVE_ACTION']),
} as const satisfies MetricDefinition;
