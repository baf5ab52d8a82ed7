import type { VisitSummary } from '../../../entities/owner-visit/visit-summary.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on summaries answers. */
export interface SummaryResult {
  readonly summaryId: string;
  readonly version: number;
}

/** Tells what became of a summary, under the version that it now has; never its words. */
export function recordSummaryEvent(ctx: CommandContext, summary: VisitSummary, type: 'SUBMITTED' | 'APPROVED'): void {
  const { period, fromDay, stage, visits, households, required } = summary;
  ctx.record({
    type: `visit.SUMMARY_${type}`,
    estateId: summary.estateId,
    subjectKind: 'visitSummary',
    subjectId: summary.id,
    subjectVersion: summary.version,
    visibility: 'INTERNAL',
    facts: { period, fromDay, stage, visits, households, required, escalated: summary.escalation != null },
  });
}
