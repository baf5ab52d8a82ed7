import type { BillRun } from '../../../entities/billing/bill-run.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What becomes of a bill run. */
type RunHappening = 'STARTED' | 'CHUNK' | 'PREVIEWED' | 'CONFIRMED' | 'CANCELLED' | 'DONE';

/** Tells what became of a bill run, under the version that it now has; counts, no amounts. @rule R-ORG-70 */
export function recordRunEvent(
  ctx: CommandContext,
  run: BillRun,
  type: RunHappening,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): void {
  const { stage, unitsDone, unitsTotal, lines, skipped } = run;
  ctx.record({
    type: `billRun.${type}`,
    estateId: run.estateId,
    subjectKind: 'billRun',
    subjectId: run.id,
    subjectVersion: run.version,
    visibility: 'INTERNAL',
    facts: { stage, unitsDone, unitsTotal, lines, skipped, ...facts },
  });
}
