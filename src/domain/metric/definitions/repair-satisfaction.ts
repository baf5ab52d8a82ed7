import type { MetricDefinition } from '../metric-definition.js';

/** Satisfied at callback: repairs. @rule M-RPR-15 @rule R-RPR-22 */
export const REPAIR_SATISFACTION = {
  key: 'REPAIR_SATISFACTION',
  catalogueId: 'M-RPR-15',
  title: 'Satisfied at callback: repairs',
  titleZh: '维修回访满意率',
  numerator: 'Callbacks about repairs answered satisfied or very satisfied',
  denominator: 'Callbacks about repairs with an answer',
  attribution: 'when the customer was called',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-RPR-22'],
  version: 1,
  items: {
    source: 'CALLBACK',
    kinds: ['REPAIR'],
    counts: `true`,
    at: 'called_at',
    excluded: [
      { reason: 'NOT_REACHED', when: `outcome <> 'REACHED'` },
      { reason: 'NO_ANSWER', when: 'satisfaction is null' },
    ],
    numerator: `(satisfaction in ('VERY_SATISFIED', 'SATISFIED'))::int`,
    denominator: `1`,
    segment: { dimension: 'SATISFACTION', of: `coalesce(satisfaction, '')` },
  },
} as const satisfies MetricDefinition;
