import type { MetricDefinition } from '../metric-definition.js';

/** Households more than two months overdue that were visited. @rule M-DUN-01 @rule R-DUN-04 @rule D-13 */
export const DEBTORS_VISITED = {
  key: 'DEBTORS_VISITED',
  catalogueId: 'M-DUN-01',
  title: 'Debtors visited at home',
  titleZh: '上门催收覆盖率',
  numerator: 'Households that were visited since',
  denominator: 'Households whose debt is more than two months overdue and may be dunned for, none abroad',
  attribution: 'when a visit became owed',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DUN-04', 'D-13'],
  version: 1,
  items: {
    source: 'OBLIGATION',
    kinds: ['DUNNING_VISIT'],
    counts: `true`,
    at: 'owed_since',
    known: `greatest(owed_since, coalesce(settled_at, missed_at, owed_since))`,
    excluded: [
      { reason: 'WAIVED', when: `state = 'WAIVED'` },
      { reason: 'NO_LONGER_OWED', when: `state = 'LAPSED' and not by_letter` },
    ],
    numerator: `(state in ('FULFILLED', 'FULFILLED_LATE'))::int`,
    denominator: '1',
  },
} as const satisfies MetricDefinition;
