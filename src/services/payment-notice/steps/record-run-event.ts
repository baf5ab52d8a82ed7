import type { PaymentNoticeRun } from '../../../entities/payment-notice/payment-notice-run.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What becomes of the drawing of an estate's notices. */
type RunHappening = 'STARTED' | 'CHUNK' | 'PREVIEWED' | 'CONFIRMED' | 'CANCELLED' | 'DONE' | 'SEALED';

/** Tells what became of a run, under the version that it now has; counts, no amounts. @rule R-ORG-70 */
export function recordRunEvent(
  ctx: CommandContext,
  run: PaymentNoticeRun,
  type: RunHappening,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
  occurredAt: Date = ctx.clock.now(),
): void {
  const { stage, month, payersDone, notices } = run;
  ctx.record({
    type: `paymentNoticeRun.${type}`,
    estateId: run.estateId,
    subjectKind: 'paymentNoticeRun',
    subjectId: run.id,
    subjectVersion: run.version,
    visibility: 'INTERNAL',
    occurredAt,
    facts: { stage, month, payersDone, notices, ...facts },
  });
}
