import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Direct bankings made up in time. @rule M-CSH-02 @rule R-CSH-02 */
export const DIRECT_BANKING_FOLLOWED_UP = {
  key: 'DIRECT_BANKING_FOLLOWED_UP',
  catalogueId: 'M-CSH-02',
  title: 'Direct bankings made up in time',
  titleZh: '直接缴存补办交接率',
  numerator: 'Direct bankings whose handover was made up in time',
  denominator: 'Direct bankings',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CSH-02'],
  version: 1,
  items: obligationItems(['HANDOVER_CONFIRMATION']),
} as const satisfies MetricDefinition;
