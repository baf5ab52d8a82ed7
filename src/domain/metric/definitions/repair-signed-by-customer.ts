import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Repairs signed by the customer. @rule M-RPR-11 @rule R-RPR-11 @rule D-05 */
export const REPAIR_SIGNED_BY_CUSTOMER = {
  key: 'REPAIR_SIGNED_BY_CUSTOMER',
  catalogueId: 'M-RPR-11',
  title: 'Repairs signed by the customer',
  titleZh: '客户签字率',
  numerator: "Completed repairs in customers' areas with the customer's signature",
  denominator: "Completed repairs in customers' areas",
  attribution: 'when it was completed',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-11', 'D-05'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['REPAIR'],
    counts: `completed_at is not null`,
    at: 'completed_at',
    excluded: [...STANDARD_EXCLUSIONS, { reason: 'COMMON_AREA', when: 'unit_id is null' }],
    numerator: `customer_signed::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
