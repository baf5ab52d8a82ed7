import { invalidInput } from '../domain/errors.js';
import type { MetricDimension } from '../domain/metric/metric-dimension.js';
import { metricOf, type MetricKey } from '../domain/metric/metrics.js';
import { SOURCES } from './sources.js';

/** Dimensions that are looked up at the tickets behind a figure. */
const TICKET_DIMENSIONS = ['CATEGORY', 'DEPARTMENT', 'BUILDING'] as const;
export type TicketDimension = (typeof TICKET_DIMENSIONS)[number];

/** Whether a dimension is looked up at tickets. */
export const isTicketDimension = (by: MetricDimension): by is TicketDimension =>
  TICKET_DIMENSIONS.some((dimension) => dimension === by);

/**
 * A refusal for a metric that has no tickets behind it.
 * @throws INVALID_INPUT at `path`
 */
export function assertAboutTickets(key: MetricKey, path = 'by'): void {
  const { items, perHousehold } = metricOf(key);
  if (perHousehold) throw invalidInput(path, 'households are not told apart so');
  if (SOURCES[items.source].subject !== 'ticket') throw invalidInput(path, 'this metric is not about tickets');
}
