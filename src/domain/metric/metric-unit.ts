/**
 * What a metric's value is in. PERCENT: hundredths of the denominator, to one decimal, half up. PER_HUNDRED: how many for each
 * hundred of the denominator, alike. COUNT: how many. SECONDS: the mean of whole seconds. YUAN: an amount, to the fen. @rule R-MET-12
 */
export const METRIC_UNITS = ['PERCENT', 'PER_HUNDRED', 'COUNT', 'SECONDS', 'YUAN'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** Whether a value is of a hundred of the denominator. */
export const isOfHundred = (unit: MetricUnit): boolean => unit === 'PERCENT' || unit === 'PER_HUNDRED';

/** How many of what a sum counts make one of the unit: a hundred fen a yuan. */
export const minorsOf = (unit: MetricUnit): bigint => (unit === 'YUAN' ? 100n : 1n);
