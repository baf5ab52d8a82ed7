import type { MetricDefinition } from '../metric-definition.js';

/** Letters to head office that are open, of any day as it was known then. @rule M-ESC-03 */
export const ESCALATIONS_OPEN = {
  key: 'ESCALATIONS_OPEN',
  catalogueId: 'M-ESC-03',
  title: 'Open letters to head office',
  titleZh: '未办结工作联系函',
  numerator: 'Letters of the period that are not closed',
  denominator: null,
  attribution: 'when it was sent',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['M-ESC-03'],
  version: 1,
  standing: 'DAYS',
  items: {
    source: 'LIAISON_LETTER',
    counts: `stage in ('SENT', 'PASSED', 'ANSWERED')`,
    at: 'sent_at',
    numerator: '1',
    denominator: null,
  },
} as const satisfies MetricDefinition;
