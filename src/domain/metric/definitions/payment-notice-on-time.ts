import type { MetricDefinition } from '../metric-definition.js';

/** Payment notices that were brought on the days before their collection month. @rule M-FEE-06 @rule R-FEE-03 @rule Q-11 */
export const PAYMENT_NOTICE_ON_TIME = {
  key: 'PAYMENT_NOTICE_ON_TIME',
  catalogueId: 'M-FEE-06',
  title: 'Payment notices brought on time',
  titleZh: '缴费通知及时率',
  numerator: 'Notices brought 15 to 10 days before their collection month; early, late and not brought apart',
  denominator: 'Notices of a collection month: of what is not brought, from its first day on',
  attribution: 'the first day of the collection month',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-FEE-03', 'Q-11'],
  version: 1,
  items: {
    source: 'PAYMENT_NOTICE',
    counts: `state <> 'REPLACED'`,
    at: 'month_start',
    known: 'coalesce(brought_at, drawn_at)',
    excluded: [{ reason: 'NO_LONGER_OWED', when: `state = 'WITHDRAWN'` }],
    ripe: `case when timing is null then last_day_before end`,
    numerator: `(timing is not distinct from 'ON_TIME')::int`,
    denominator: '1',
    segment: { dimension: 'NOTICE_TIMING', of: `coalesce(timing, 'NONE')` },
  },
} as const satisfies MetricDefinition;
