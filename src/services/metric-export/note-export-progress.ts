import { MetricExport } from '../../entities/metric-export/metric-export.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { ExportStep } from './start-metric-export.js';

interface NoteExportProgress extends ExportStep {
  readonly rows: number;
  readonly rowsWritten: number;
}

/** Notes how far the writing of a file has come: no change that anybody is told of. For the program. @throws NOT_FOUND export */
export async function noteExportProgress(ctx: CommandContext, input: NoteExportProgress): Promise<{ goesOn: boolean }> {
  const found = await ctx.load(MetricExport, 'export', input.exportId);
  if (found.state !== 'RUNNING') return { goesOn: false };
  Object.assign(found, { rows: input.rows, rowsWritten: input.rowsWritten });
  return { goesOn: true };
}
