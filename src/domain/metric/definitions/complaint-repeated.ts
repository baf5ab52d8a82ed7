import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Complaints that a household had made before. @rule M-CMP-11 @rule R-CMP-14 */
export const COMPLAINT_REPEATED = {
  key: 'COMPLAINT_REPEATED',
  catalogueId: 'M-CMP-11',
  title: 'Repeated complaints',
  titleZh: '重复投诉率',
  numerator:
    'Complaints of a household within 30 days of an earlier one in the same category that stands for itself; without a category none is a repeat',
  denominator: 'Complaints received',
  attribution: 'when it was received',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['M-CMP-11', 'R-CMP-14'],
  version: 1,
  items: {
    source: 'HOUSEHOLD_COMPLAINT',
    counts: 'true',
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: 'repeated::int',
    denominator: '1',
  },
  beside: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `unit_id is null`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: '0',
    denominator: '1',
  },
} as const satisfies MetricDefinition;
