import type { ErrorCode } from '../../domain/errors.js';
import { MetricExport } from '../../entities/metric-export/metric-export.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { ExportStep } from './start-metric-export.js';
import { recordExport, type ExportResult } from './steps/record-export.js';

interface FailMetricExport extends ExportStep {
  readonly failure: ErrorCode;
}

/** Gives a file up, with the code of what was in its way. For the program. @throws NOT_FOUND export */
export async function failMetricExport(
  ctx: CommandContext,
  { exportId, failure }: FailMetricExport,
): Promise<ExportResult> {
  const found = await ctx.load(MetricExport, 'export', exportId);
  if (found.state !== 'WAITING' && found.state !== 'RUNNING') return { exportId };
  Object.assign(found, { state: 'FAILED', failure });
  found.version += 1;
  return recordExport(ctx, found, 'FAILED');
}
