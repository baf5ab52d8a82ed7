import type { MetricKey } from '../metric/metrics.js';

/** A figure of a report as it was drawn: sums of a metric, over the days of the report. */
export interface ReportFigure {
  readonly metric: MetricKey;
  readonly numerator: number;
  readonly denominator: number;
  /** Items that were still inside their time. @rule R-MET-04 */
  readonly pending: number;
}
