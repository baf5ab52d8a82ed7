import type { MetricDimension } from '../../domain/metric/metric-dimension.js';
import type { MetricInterval } from '../../domain/metric/metric-period.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { assertOwnDimension } from '../../domain/metric/own-dimension.js';
import type { CommandContext } from '../command/command-context.js';
import { orderExport, scopeOf, type ExportInput } from './steps/order-export.js';
import type { ExportResult } from './steps/record-export.js';

interface ExportMetricSeries extends ExportInput {
  readonly metric: MetricKey;
  readonly interval: MetricInterval;
  readonly byEstate?: boolean | null;
  readonly by?: MetricDimension | null;
}

/**
 * Orders a file of one metric over time, a row a point, as `metricSeries` shows it.
 * @throws as `orderExport`
 * @throws INVALID_INPUT input.by for a dimension that the metric does not have
 */
export async function exportMetricSeries(ctx: CommandContext, input: ExportMetricSeries): Promise<ExportResult> {
  const { metric, interval, byEstate, by } = input;
  if (by != null) assertOwnDimension(metricOf(metric), by, 'input.by');
  return orderExport(ctx, input, {
    ...{ kind: 'SERIES', ...scopeOf(input), metric, interval },
    ...{ byEstate: byEstate ?? false, by: by ?? null },
  });
}
