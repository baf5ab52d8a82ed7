import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: appointments that gave way to a later word before they were kept or missed. @rule D-27 @rule R-RPR-10 */
export const APPOINTMENTS_MOVED = {
  key: 'APPOINTMENTS_MOVED',
  catalogueId: 'D-27e',
  title: 'Appointments of repairs moved',
  titleZh: '预约改约率',
  numerator: 'Agreed times of repairs that gave way to another before anybody came, and before they were missed',
  denominator: 'Times agreed for repairs',
  attribution: 'when it was agreed',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['D-27', 'R-RPR-10'],
  version: 1,
  items: {
    source: 'TICKET_CLOCK',
    counts: `rule = 'R-RPR-10' and milestone = 'AS_AGREED'`,
    at: 'started_at',
    numerator: `(state = 'CANCELLED' and followed)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
