import type { MetricDefinition } from '../metric-definition.js';

/** Debts that a step of dunning settled. @rule M-DUN-08 @rule P-23 */
export const DUNNING_CURED = {
  key: 'DUNNING_CURED',
  catalogueId: 'M-DUN-08',
  title: 'Debts settled by dunning',
  titleZh: '催收结清率',
  numerator: 'Debts that were paid in full within 30 days of the step and before the next one',
  denominator: 'Steps of dunning whose days are over',
  attribution: 'when the step took place',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['M-DUN-08', 'P-23'],
  version: 1,
  items: {
    source: 'DUNNING_STEP',
    counts: `arrears_minor > 0`,
    at: 'done_at',
    ripe: 'last_day',
    numerator: '(cured and paid > 0)::int',
    denominator: '1',
    segment: { dimension: 'DUNNING_STEP_KIND', of: 'kind' },
  },
} as const satisfies MetricDefinition;
