import type { FormLanguage } from '../../domain/form/form-key.js';
import type { MetricExportFormat } from '../../domain/metric-export/export-format.js';
import type { MetricExportOrder } from '../../domain/metric-export/export-order.js';
import { MetricExport } from '../../entities/metric-export/metric-export.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordExport } from './steps/record-export.js';

/** What the program does about a file. */
export interface ExportStep extends CommandInput {
  readonly exportId: string;
}

/** A file that is to be written. */
export interface ExportToWrite {
  readonly id: string;
  readonly requesterId: string;
  readonly accountId: string;
  readonly format: MetricExportFormat;
  readonly language: FormLanguage;
  readonly wanted: MetricExportOrder;
}

/**
 * Begins to write a file, also after a try that broke off; null where it has come to an end meanwhile. For the program.
 * @throws NOT_FOUND export
 */
export async function startMetricExport(
  ctx: CommandContext,
  { exportId }: ExportStep,
): Promise<{ readonly order: ExportToWrite | null }> {
  const found = await ctx.load(MetricExport, 'export', exportId);
  if (found.state !== 'WAITING' && found.state !== 'RUNNING') return { order: null };
  Object.assign(found, { state: 'RUNNING', startedAt: ctx.clock.now(), rows: null, rowsWritten: 0 });
  found.version += 1;
  recordExport(ctx, found, 'STARTED');
  const { id, requesterId, accountId, format, language, wanted } = found;
  return { order: { id, requesterId, accountId, format, language, wanted } };
}
