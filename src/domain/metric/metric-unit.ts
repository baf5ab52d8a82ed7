/**
 * What a metric's value is in. PERCENT: hundredths of the denominator, to one decimal, half up. COUNT: how many. SECONDS: the
 * mean of whole seconds. @rule R-MET-12
 */
export const METRIC_UNITS = ['PERCENT', 'COUNT', 'SECONDS'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];
