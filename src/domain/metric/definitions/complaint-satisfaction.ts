import type { MetricDefinition } from '../metric-definition.js';

/** Satisfied at callback: complaints. @rule M-CMP-20 @rule R-CBK-03 */
export const COMPLAINT_SATISFACTION = {
  key: 'COMPLAINT_SATISFACTION',
  catalogueId: 'M-CMP-20',
  title: 'Satisfied at callback: complaints',
  titleZh: '投诉回访满意率',
  numerator: 'Callbacks about complaints answered satisfied or very satisfied',
  denominator: 'Callbacks about complaints with an answer',
  attribution: 'when the customer was called',
  unit: 'PERCENT',
  target: null,
  better: 'MORE',
  rules: ['R-CBK-03'],
  version: 1,
  items: {
    source: 'CALLBACK',
    kinds: ['COMPLAINT'],
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
