import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** In what time head office answers. Of M-ESC-02 the mean. @rule M-ESC-02 @rule R-ESC-03 */
export const ESCALATION_SECONDS_TO_ANSWER = {
  key: 'ESCALATION_SECONDS_TO_ANSWER',
  catalogueId: 'M-ESC-02',
  title: 'Time to head office’s answer',
  titleZh: '品质管理部答复时长',
  numerator: 'Seconds from the question to the answer',
  denominator: 'Answers given',
  attribution: 'when it was asked',
  unit: 'SECONDS',
  target: null,
  better: 'LESS',
  rules: ['R-ESC-03'],
  version: 1,
  items: {
    ...obligationItems(['ESCALATION_ANSWER', 'LIAISON_ANSWER'], { at: 'owed_since' }),
    pending: `state in ('OPEN', 'MISSED')`,
    numerator: `greatest(0, floor(extract(epoch from settled_at - owed_since)))::bigint`,
  },
} as const satisfies MetricDefinition;
