import type { Report } from '../../../entities/report/report.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on reports answers. */
export interface ReportResult {
  readonly reportId: string;
  readonly version: number;
}

/** Tells what became of a report, under the version that it now has; never its words. */
export function recordReportEvent(
  ctx: CommandContext,
  report: Report,
  type: 'DRAFTED' | 'WRITTEN' | 'SUBMITTED' | 'RETURNED' | 'APPROVED',
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): ReportResult {
  const { id, estateId, kind, fromDay, untilDay, stage, rounds, version } = report;
  ctx.record({
    type: `report.${type}`,
    ...{ estateId, subjectKind: 'report', subjectId: id, subjectVersion: version, visibility: 'INTERNAL' },
    facts: { kind, fromDay, untilDay, stage, rounds, submittedById: report.submittedById ?? null, ...facts },
  });
  return { reportId: id, version };
}
