import type { MetricDefinition } from '../metric-definition.js';

/** Lawyer's letters to those who may be sent one. @rule M-DUN-05 @rule R-DUN-07 */
export const LETTER_TO_ELIGIBLE = {
  key: 'LETTER_TO_ELIGIBLE',
  catalogueId: 'M-DUN-05',
  title: "Lawyer's letters to those who may be sent one",
  titleZh: '律师函合规率',
  numerator: 'Letters to debtors who met the conditions when it was sent',
  denominator: 'Letters sent',
  attribution: 'when it was sent',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-DUN-07'],
  version: 1,
  items: {
    source: 'LAWYER_LETTER',
    counts: `true`,
    at: 'sent_at',
    numerator: `coalesce(eligible_when_sent, false)::int`,
    denominator: `1`,
  },
} as const satisfies MetricDefinition;
