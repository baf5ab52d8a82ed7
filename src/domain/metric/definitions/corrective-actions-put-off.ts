import type { MetricDefinition } from '../metric-definition.js';

/** What bends numbers: corrective actions whose due day was put off before it came. @rule D-27 @rule R-CMP-20 */
export const CORRECTIVE_ACTIONS_PUT_OFF = {
  key: 'CORRECTIVE_ACTIONS_PUT_OFF',
  catalogueId: 'D-27f',
  title: 'Corrective actions put off',
  titleZh: '纠正措施延期率',
  numerator: 'Planned corrective and preventive actions of the estate whose due day was ever put off',
  denominator: 'Corrective and preventive actions of the estate that have a due day',
  attribution: 'when it was raised',
  unit: 'PERCENT',
  target: null,
  better: 'LESS',
  rules: ['D-27', 'R-CMP-20'],
  version: 1,
  items: {
    source: 'CORRECTIVE_ACTION',
    counts: `due_day is not null`,
    at: 'raised_at',
    numerator: `(postponements > 0)::int`,
    denominator: `1`,
    segment: { dimension: 'STAFF', of: 'owner_id' },
  },
} as const satisfies MetricDefinition;
