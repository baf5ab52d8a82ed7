import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Complaints by channel. @rule M-CMP-02 @rule R-CMP-08 @rule R-CMP-15 */
export const COMPLAINTS_BY_CHANNEL = {
  key: 'COMPLAINTS_BY_CHANNEL',
  catalogueId: 'M-CMP-02',
  title: 'Complaints by channel',
  titleZh: '投诉渠道',
  numerator: 'Complaints received, by channel',
  denominator: null,
  attribution: 'when it was received',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['R-CMP-08', 'R-CMP-15'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `true`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'CHANNEL', of: `channel` },
  },
} as const satisfies MetricDefinition;
