import type { LocalDate } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';
import type { MetricDimension } from '../metric/metric-dimension.js';
import type { MetricPart } from '../metric/metric-part.js';
import { metricPeriod, pointsOf, type MetricInterval, type MetricPeriod } from '../metric/metric-period.js';
import type { MetricKey } from '../metric/metrics.js';

/** What a file holds: figures by estate, one figure over time, or the items behind one. */
export const METRIC_EXPORT_KINDS = ['SCORECARDS', 'SERIES', 'ROWS'] as const;
export type MetricExportKind = (typeof METRIC_EXPORT_KINDS)[number];

/** Of what figures are exported: as scorecards and series are asked for. */
export interface MetricExportScope {
  readonly period: MetricPeriod;
  readonly estateIds: readonly string[] | null;
  readonly groupIds: readonly string[] | null;
  readonly asKnownOn: LocalDate | null;
}

/** Figures by estate. */
export interface ScorecardsOrder extends MetricExportScope {
  readonly kind: 'SCORECARDS';
  readonly metrics: readonly MetricKey[];
  readonly rankBy: MetricKey | null;
}

/** One figure over time. */
export interface SeriesOrder extends MetricExportScope {
  readonly kind: 'SERIES';
  readonly metric: MetricKey;
  readonly interval: MetricInterval;
  readonly byEstate: boolean;
  readonly by: MetricDimension | null;
}

/** The items behind one figure. */
export interface RowsOrder extends MetricExportScope {
  readonly kind: 'ROWS';
  readonly metric: MetricKey;
  readonly part: MetricPart;
  readonly by: MetricDimension | null;
  readonly segment: string | null;
}

/** What is to be exported. */
export type MetricExportOrder = ScorecardsOrder | SeriesOrder | RowsOrder;

/**
 * An order that can be carried out, as far as its words alone say.
 * @throws INVALID_INPUT with the field's path for a period that is none, for no metric or one named twice, for too many points,
 * and for a part without its dimension or the reverse
 */
export function assertExportOrder(order: MetricExportOrder): void {
  metricPeriod(order.period, 'input.period');
  if (order.kind === 'SCORECARDS') {
    const { metrics } = order;
    if (metrics.length === 0) throw invalidInput('input.metrics', 'name at least one metric, or leave it out for all');
    if (new Set(metrics).size < metrics.length) throw invalidInput('input.metrics', 'names a metric twice');
  }
  if (order.kind === 'SERIES') pointsOf(order.period, order.interval, 'input.interval');
  if (order.kind === 'ROWS') {
    if (order.segment !== null && order.by === null)
      throw invalidInput('input.by', 'say which dimension the part is of');
    if (order.segment === null && order.by !== null) throw invalidInput('input.segment', 'say which part is meant');
  }
}

/** What a browser calls the file: what it holds and of which days. */
export const exportName = (order: MetricExportOrder): string =>
  [
    ...(order.kind === 'SCORECARDS' ? ['scorecards'] : [order.kind.toLowerCase(), order.metric.toLowerCase()]),
    order.period.from,
    order.period.to,
  ].join('-');
