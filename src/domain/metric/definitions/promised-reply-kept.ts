import { clockItems } from '../clock-items.js';
import type { MetricDefinition } from '../metric-definition.js';

/** Promised replies kept. @rule M-CMP-17 @rule R-CMP-24 */
export const PROMISED_REPLY_KEPT = {
  key: 'PROMISED_REPLY_KEPT',
  catalogueId: 'M-CMP-17',
  title: 'Promised replies kept',
  titleZh: '承诺回复兑现率',
  numerator: 'Promised replies given by the promised time',
  denominator: 'Replies promised',
  attribution: 'the promised time',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CMP-24'],
  version: 1,
  items: clockItems({ rule: 'R-CMP-24', milestone: 'PROMISED_REPLY', everyRound: true, at: 'due_at' }),
} as const satisfies MetricDefinition;
