import type { MetricExport } from '../../../entities/metric-export/metric-export.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordOwnChange } from '../../people/steps/record-own-change.js';

/** What every command on files of figures answers. */
export interface ExportResult {
  readonly exportId: string;
}

/** Tells what became of a file, and nothing of what is in it. */
export function recordExport(
  ctx: CommandContext,
  { id, version }: MetricExport,
  what: 'REQUESTED' | 'STARTED' | 'READY' | 'FAILED' | 'EXPIRED',
): ExportResult {
  recordOwnChange(ctx, {
    ...{ type: `metricExport.${what}`, subjectKind: 'metricExport', subjectId: id, subjectVersion: version },
  });
  return { exportId: id };
}
