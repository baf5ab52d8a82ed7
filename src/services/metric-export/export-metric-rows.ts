import type { MetricDimension } from '../../domain/metric/metric-dimension.js';
import type { MetricPart } from '../../domain/metric/metric-part.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { assertOwnDimension } from '../../domain/metric/own-dimension.js';
import { assertAboutTickets, ticketDimension } from '../../metrics/assert-about-tickets.js';
import type { CommandContext } from '../command/command-context.js';
import { orderExport, scopeOf, type ExportInput } from './steps/order-export.js';
import type { ExportResult } from './steps/record-export.js';

interface ExportMetricRows extends ExportInput {
  readonly metric: MetricKey;
  readonly part?: MetricPart | null;
  readonly by?: MetricDimension | null;
  readonly segment?: string | null;
}

/**
 * Orders a file of the items behind a metric, a row an item, as `MetricValue.rows` shows them.
 * @throws as `orderExport`
 * @throws INVALID_INPUT input.by for a dimension that the metric does not have
 */
export async function exportMetricRows(ctx: CommandContext, input: ExportMetricRows): Promise<ExportResult> {
  const { metric, part, by, segment } = input;
  if (by != null && ticketDimension(metricOf(metric), by)) assertAboutTickets(metric, 'input.by');
  else if (by != null) assertOwnDimension(metricOf(metric), by, 'input.by');
  return orderExport(ctx, input, {
    ...{ kind: 'ROWS', ...scopeOf(input), metric },
    ...{ part: part ?? 'COUNTED', by: by ?? null, segment: segment ?? null },
  });
}
