import type { MetricDefinition } from '../metric-definition.js';

/** Days on which somebody spot-checked repairs. @rule M-RPR-16 @rule R-RPR-19 */
export const REPAIR_DAYS_CHECKED = {
  key: 'REPAIR_DAYS_CHECKED',
  catalogueId: 'M-RPR-16',
  title: 'Days with a spot-check of repairs',
  titleZh: '维修单每日抽查率',
  numerator: 'Days on which a repair was spot-checked',
  denominator: 'Days that are over and on which repairs were reported, completed or open',
  attribution: 'the day',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-RPR-19'],
  version: 1,
  items: {
    source: 'REPAIR_DAY',
    counts: 'reported + completed + still_open > 0',
    at: 'day_start',
    known: 'counted_at',
    numerator: 'checked::int',
    denominator: '1',
  },
} as const satisfies MetricDefinition;
