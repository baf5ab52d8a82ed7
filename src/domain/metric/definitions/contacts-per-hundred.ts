import type { MetricDefinition } from '../metric-definition.js';

/** Entries of the contact log for each hundred occupied households. @rule M-REC-06 @rule D-28 */
export const CONTACTS_PER_HUNDRED = {
  key: 'CONTACTS_PER_HUNDRED',
  catalogueId: 'M-REC-06',
  title: 'Contacts for each hundred occupied households',
  titleZh: '百户来访来电数',
  numerator: 'Entries of the contact log',
  denominator: 'Households that are occupied on the first day of the period',
  attribution: 'when it was received',
  unit: 'PER_HUNDRED',
  target: null,
  better: null,
  rules: ['D-28'],
  version: 1,
  perHousehold: true,
  items: {
    source: 'CONTACT',
    counts: `true`,
    at: 'received_at',
    numerator: `1`,
    denominator: `0`,
  },
} as const satisfies MetricDefinition;
