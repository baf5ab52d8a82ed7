/**
 * What a metric's value is in. PERCENT: hundredths of the denominator, to one decimal, half up. PER_HUNDRED: how many for each
 * hundred of the denominator, alike. COUNT: how many. SECONDS: the mean of whole seconds. @rule R-MET-12
 */
export const METRIC_UNITS = ['PERCENT', 'PER_HUNDRED', 'COUNT', 'SECONDS'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** Whether a value is of a hundred of the denominator. */
export const isOfHundred = (unit: MetricUnit): boolean => unit === 'PERCENT' || unit === 'PER_HUNDRED';
