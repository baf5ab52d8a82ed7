/** What part of a metric an item is: counted, not due yet, or left out for a reason. @rule R-MET-04 @rule R-MET-06 */
export const METRIC_PARTS = ['COUNTED', 'PENDING', 'EXCLUDED'] as const;
export type MetricPart = (typeof METRIC_PARTS)[number];

/** Stands for the day from which something counts, on what counts or waits whatever day it is. */
export const ON_ANY_DAY = '0001-01-01';

/** How coarse the sums of metrics stand. */
export const METRIC_GRAINS = ['DAY', 'MONTH'] as const;

/** Stands where a reason would, on what is counted and only read by those who may read what was said in confidence. @rule D-29 */
export const IN_CONFIDENCE = 'IN_CONFIDENCE';
