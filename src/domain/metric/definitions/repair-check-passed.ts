import type { MetricDefinition } from '../metric-definition.js';

/** Finished orders that were checked and found in order. @rule M-RPR-17 @rule R-RPR-19 */
export const REPAIR_CHECK_PASSED = {
  key: 'REPAIR_CHECK_PASSED',
  catalogueId: 'M-RPR-17',
  title: 'Spot-checked repair orders without fault',
  titleZh: '维修单抽查合格率',
  numerator: 'Checked orders that are complete and accurate, and on which somebody came as required',
  denominator: 'Orders that were checked',
  attribution: 'when it was checked',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-RPR-19'],
  version: 1,
  items: {
    source: 'REPAIR_CHECK',
    kinds: ['REPAIR'],
    counts: `state <> 'OPEN'`,
    at: 'checked_at',
    numerator: `(state = 'PASSED')::int`,
    denominator: '1',
  },
} as const satisfies MetricDefinition;
