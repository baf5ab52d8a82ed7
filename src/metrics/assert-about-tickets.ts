import { invalidInput } from '../domain/errors.js';
import type { MetricDefinition } from '../domain/metric/metric-definition.js';
import type { MetricDimension } from '../domain/metric/metric-dimension.js';
import { metricOf, type MetricKey } from '../domain/metric/metrics.js';
import { SOURCES } from './sources.js';

/** Dimensions that are looked up at the tickets behind a figure. */
const TICKET_DIMENSIONS = ['CATEGORY', 'DEPARTMENT', 'BUILDING', 'STAFF'] as const;
export type TicketDimension = (typeof TICKET_DIMENSIONS)[number];

/** The dimension where it is looked up at the tickets behind a metric; null where it is the metric's own, or no such. */
export const ticketDimension = (
  { items }: Pick<MetricDefinition, 'items'>,
  by: MetricDimension,
): TicketDimension | null =>
  items.segment?.dimension === by ? null : (TICKET_DIMENSIONS.find((dimension) => dimension === by) ?? null);

/**
 * A refusal for a metric that has no tickets behind it.
 * @throws INVALID_INPUT at `path`
 */
export function assertAboutTickets(key: MetricKey, path = 'by'): void {
  const { items, perHousehold } = metricOf(key);
  if (perHousehold) throw invalidInput(path, 'households are not told apart so');
  if (SOURCES[items.source].subject !== 'ticket') throw invalidInput(path, 'this metric is not about tickets');
}
