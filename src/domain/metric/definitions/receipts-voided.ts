import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: vouchers that were taken back, and paper that never became one. @rule D-27 @rule R-CSH-06 */
export const RECEIPTS_VOIDED = {
  key: 'RECEIPTS_VOIDED',
  catalogueId: 'D-27g',
  title: 'Receipts and invoices voided',
  titleZh: '票据作废率',
  numerator: 'Receipts and invoices that were spoiled, cancelled or taken back by a red letter; not those exchanged',
  denominator: 'Numbers of receipts and invoices used',
  attribution: 'when its number was used',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['D-27', 'R-CSH-06', 'R-CSH-07'],
  version: 1,
  items: {
    source: 'RECEIPT',
    counts: 'true',
    at: 'issued_at',
    numerator: `(state <> 'ISSUED' and cancel_reason is distinct from 'EXCHANGED')::int`,
    denominator: `1`,
    segment: { dimension: 'STAFF', of: 'issued_by_id' },
  },
} as const satisfies MetricDefinition;
