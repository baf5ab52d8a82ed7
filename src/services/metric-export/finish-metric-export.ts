import type { ExportedSum, ExportRight } from '../../domain/metric-export/export-right.js';
import { exportKeptUntil } from '../../domain/metric-export/export-state.js';
import { MetricExport } from '../../entities/metric-export/metric-export.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { ExportStep } from './start-metric-export.js';
import { recordExport } from './steps/record-export.js';

interface FinishMetricExport extends ExportStep {
  readonly snapshotEpoch: number;
  readonly snapshotSeq: number;
  readonly snapshotAt: Date;
  readonly rows: number;
  readonly sums: readonly ExportedSum[];
  readonly rights: readonly ExportRight[];
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Opens a file whose bytes lie in the store to whoever asked for it, for three days. For the program.
 * @returns false where another try was first, or the file was given up
 * @throws NOT_FOUND export
 */
export async function finishMetricExport(ctx: CommandContext, made: FinishMetricExport): Promise<{ kept: boolean }> {
  const found = await ctx.load(MetricExport, 'export', made.exportId);
  if (found.state !== 'RUNNING') return { kept: found.state === 'READY' && found.sha256 === made.sha256 };
  const readyAt = ctx.clock.now();
  const { snapshotEpoch, snapshotSeq, snapshotAt, rows, sums, rights, bytes, sha256 } = made;
  Object.assign(found, {
    ...{ state: 'READY', snapshotEpoch, snapshotSeq, snapshotAt, rows, rowsWritten: rows, sums, rights, bytes, sha256 },
    ...{ readyAt, expiresAt: exportKeptUntil(readyAt) },
  });
  found.version += 1;
  recordExport(ctx, found, 'READY');
  return { kept: true };
}
