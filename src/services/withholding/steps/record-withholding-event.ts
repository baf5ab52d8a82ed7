import type { WithholdingBatch } from '../../../entities/withholding/withholding-batch.entity.js';
import type { WithholdingMandate } from '../../../entities/withholding/withholding-mandate.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { occupancyOfPayer } from '../../ledger/steps/occupancy-of-payer.js';

/** Tells what became of a mandate, to the payer too: never bank, holder or account. @rule D-30 */
export async function recordMandateEvent(
  ctx: CommandContext,
  mandate: WithholdingMandate,
  type: 'RECORDED' | 'ENDED',
): Promise<void> {
  const { payerId, fromDay } = mandate;
  const unitId = mandate.unitId ?? null;
  ctx.record({
    type: `withholdingMandate.${type}`,
    estateId: mandate.estateId,
    subjectKind: 'withholdingMandate',
    subjectId: mandate.id,
    subjectVersion: mandate.version,
    occupancyId: await occupancyOfPayer(ctx, payerId, unitId),
    visibility: 'CUSTOMER',
    facts: { payerId, unitId, fromDay, untilDay: mandate.untilDay ?? null },
  });
}

/** Tells what became of a batch, in its next version; counts, no amounts. @rule R-ORG-70 */
export function recordBatchEvent(
  ctx: CommandContext,
  batch: WithholdingBatch,
  type: 'DRAWN' | 'SENT' | 'CANCELLED' | 'ANSWERED' | 'BOOKED' | 'CLOSED' | 'DONE',
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): void {
  if (type !== 'DRAWN') batch.version += 1;
  const { stage, serial, items, dueUntil } = batch;
  ctx.record({
    type: `withholdingBatch.${type}`,
    estateId: batch.estateId,
    subjectKind: 'withholdingBatch',
    subjectId: batch.id,
    subjectVersion: batch.version,
    visibility: 'INTERNAL',
    facts: { stage, serial, items, dueUntil, ...facts },
  });
}
