import type { MetricDefinition } from '../metric-definition.js';

/** Letters to head office that went to a department. @rule M-ESC-04 @rule R-ESC-04 */
export const ESCALATIONS_PASSED = {
  key: 'ESCALATIONS_PASSED',
  catalogueId: 'M-ESC-04',
  title: 'Letters passed to a department',
  titleZh: '转对口部门率',
  numerator: 'Letters that were passed to a department of the company',
  denominator: 'Letters sent',
  attribution: 'when it was sent',
  unit: 'PERCENT',
  target: null,
  better: null,
  rules: ['R-ESC-04'],
  version: 1,
  items: {
    source: 'LIAISON_LETTER',
    counts: `sent_at is not null`,
    at: 'sent_at',
    excluded: [{ reason: 'CANCELLED', when: `stage = 'WITHDRAWN'` }],
    numerator: `passed::int`,
    denominator: '1',
  },
} as const satisfies MetricDefinition;
