import type { MetricDefinition } from '../metric-definition.js';

/** How often estates asked head office for an answer: letters, and what summaries of visits pass up. @rule M-ESC-01 @rule R-ESC-01 @rule R-ESC-02 */
export const ESCALATIONS = {
  key: 'ESCALATIONS',
  catalogueId: 'M-ESC-01',
  title: 'Answers asked of head office',
  titleZh: '上报品质管理部件数',
  numerator: 'Answers that estates asked of head office, again where one was not enough',
  denominator: null,
  attribution: 'when it was asked',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-ESC-01', 'R-ESC-02'],
  version: 1,
  items: {
    source: 'OBLIGATION',
    kinds: ['ESCALATION_ANSWER', 'LIAISON_ANSWER'],
    counts: `true`,
    at: 'owed_since',
    excluded: [{ reason: 'NO_LONGER_OWED', when: `state = 'LAPSED'` }],
    numerator: '1',
    denominator: null,
  },
} as const satisfies MetricDefinition;
