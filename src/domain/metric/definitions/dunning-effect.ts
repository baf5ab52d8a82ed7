import type { MetricDefinition } from '../metric-definition.js';

/** What steps of dunning brought in. @rule M-DUN-07 @rule P-23 */
export const DUNNING_EFFECT = {
  key: 'DUNNING_EFFECT',
  catalogueId: 'M-DUN-07',
  title: 'Effect of dunning',
  titleZh: '催收有效率',
  numerator: 'What was paid on the debt within 30 days of the step and before the next one',
  denominator: 'What was overdue of the debt at the step; of a step whose days are not over nothing yet',
  attribution: 'when the step took place',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['M-DUN-07', 'P-23'],
  version: 1,
  ofMoney: true,
  items: {
    source: 'DUNNING_STEP',
    counts: `arrears_minor > 0`,
    at: 'done_at',
    excluded: [{ reason: 'OTHER_CURRENCY', when: `currency <> 'CNY'` }],
    ripe: 'last_day',
    numerator: 'paid',
    denominator: 'arrears_minor',
    segment: { dimension: 'DUNNING_STEP_KIND', of: 'kind' },
  },
} as const satisfies MetricDefinition;
