import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: orders that a head signed in one go, without having looked. @rule D-27 @rule R-RPR-12 */
export const REPAIRS_SIGNED_IN_BULK = {
  key: 'REPAIRS_SIGNED_IN_BULK',
  catalogueId: 'D-27h',
  title: 'Repairs signed in bulk',
  titleZh: '批量签字率',
  numerator: 'Signatures of heads of departments within a minute of one of theirs under another order',
  denominator: 'Signatures of heads of departments under repairs',
  attribution: 'when it was signed',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['D-27', 'R-RPR-12'],
  version: 1,
  items: {
    source: 'SIGNATURE',
    counts: `signer = 'DEPARTMENT_HEAD'`,
    at: 'signed_at',
    numerator: `in_bulk::int`,
    denominator: `1`,
    segment: { dimension: 'STAFF', of: `coalesce(signer_id::text, '')` },
  },
} as const satisfies MetricDefinition;
