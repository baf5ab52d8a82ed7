import { LockMode } from '@mikro-orm/core';
import { WithholdingBatch } from '../../../entities/withholding/withholding-batch.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordBatchEvent } from './record-withholding-event.js';
import { itemsLeft } from './write-items.js';

/** Has batches that were answered be booked, and be done once nothing of them waits. @rule R-FEE-11 */
export async function followBatches(ctx: CommandContext, batchIds: readonly string[]): Promise<void> {
  await ctx.em.flush();
  const batches = await ctx.em.find(
    WithholdingBatch,
    { companyId: ctx.companyId, id: { $in: [...batchIds] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const batch of batches) {
    const left = await itemsLeft(ctx, batch.id);
    if (left > 0) ctx.enqueue('withholding', batch.id);
    else Object.assign(batch, { stage: 'DONE', finishedAt: ctx.clock.now() });
    recordBatchEvent(ctx, batch, left > 0 ? 'ANSWERED' : 'DONE', { left });
  }
}
