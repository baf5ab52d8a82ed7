import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Complaints for each hundred occupied households. @rule M-CMP-03 @rule D-28 */
export const COMPLAINTS_PER_HUNDRED = {
  key: 'COMPLAINTS_PER_HUNDRED',
  catalogueId: 'M-CMP-03',
  title: 'Complaints for each hundred occupied households',
  titleZh: '百户投诉数',
  numerator: 'Complaints received',
  denominator: 'Households that are occupied on the first day of the period',
  attribution: 'when it was received',
  unit: 'PER_HUNDRED',
  target: null,
  better: 'LESS',
  rules: ['D-28'],
  version: 1,
  perHousehold: true,
  items: {
    source: 'TICKET',
    kinds: ['COMPLAINT'],
    counts: `true`,
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `1`,
    denominator: `0`,
  },
} as const satisfies MetricDefinition;
