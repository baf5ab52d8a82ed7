import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Tickets that are open, of any day as it was known then. @rule M-DSP-03 */
export const TICKETS_OPEN = {
  key: 'TICKETS_OPEN',
  catalogueId: 'M-DSP-03',
  title: 'Open tickets',
  titleZh: '未关闭工单',
  numerator: 'Tickets of the period that are not closed, by kind',
  denominator: null,
  attribution: 'when it was reported',
  unit: 'COUNT',
  target: null,
  better: null,
  rules: ['M-DSP-03'],
  version: 1,
  standing: 'DAYS',
  items: {
    source: 'TICKET',
    counts: `closed_at is null`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `1`,
    denominator: null,
    segment: { dimension: 'TICKET_KIND', of: 'kind' },
  },
} as const satisfies MetricDefinition;
