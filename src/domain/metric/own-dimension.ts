import { invalidInput } from '../errors.js';
import type { MetricDefinition } from './metric-definition.js';
import type { MetricDimension } from './metric-dimension.js';

/**
 * Lets pass the metric's own dimension.
 * @throws INVALID_INPUT at `path` for any other
 */
export function assertOwnDimension({ items }: Pick<MetricDefinition, 'items'>, by: MetricDimension, path = 'by'): void {
  const own = items.segment?.dimension ?? null;
  if (own !== by)
    throw invalidInput(path, own ? `this metric is broken down by ${own}` : 'this metric has no dimension', { own });
}
