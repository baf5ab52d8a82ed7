import { METRICS, type MetricKey } from '../../domain/metric/metrics.js';
import type { CommandContext } from '../command/command-context.js';
import { orderExport, scopeOf, type ExportInput } from './steps/order-export.js';
import type { ExportResult } from './steps/record-export.js';

interface ExportEstateScorecards extends ExportInput {
  readonly metrics?: readonly MetricKey[] | null;
  readonly rankBy?: MetricKey | null;
}

/**
 * Orders a file of figures by estate, a row an estate and metric, as `estateScorecards` shows them.
 * @throws as `orderExport`
 */
export const exportEstateScorecards = (ctx: CommandContext, input: ExportEstateScorecards): Promise<ExportResult> =>
  orderExport(ctx, input, {
    ...{ kind: 'SCORECARDS', ...scopeOf(input) },
    ...{ metrics: input.metrics ?? METRICS.map(({ key }) => key), rankBy: input.rankBy ?? null },
  });
