import { assertOutgoing, type OutgoingMapping } from '../../domain/withholding/outgoing-file.js';
import { assertBatch } from '../../domain/withholding/withholding-life.js';
import { WithholdingBatch } from '../../entities/withholding/withholding-batch.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordBatchEvent } from './steps/record-withholding-event.js';
import { freeCharges, itemsLeft } from './steps/write-items.js';

interface MoveBatch extends CommandInput {
  readonly batchId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Gives a batch to the bank as a file of the given columns; again, if the file was lost. The file itself is written when it is
 * read, under the reader's rights. Needs `fee.bank` on the estate.
 * @rule R-FEE-11
 * @throws NOT_FOUND batch
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-11 for one that is answered or called off
 * @throws INVALID_INPUT for columns that name no reference, account or amount, or one twice
 */
export async function sendWithholdingBatch(
  ctx: CommandContext,
  input: MoveBatch & { readonly mapping: OutgoingMapping },
): Promise<{ batchId: string }> {
  const batch = await takeBatch(ctx, input);
  assertOutgoing(input.mapping, 'input.mapping');
  assertBatch('send', batch.stage);
  Object.assign(batch, { stage: 'SENT', sentAt: batch.sentAt ?? ctx.clock.now() });
  recordBatchEvent(ctx, batch, 'SENT');
  return { batchId: batch.id };
}

/**
 * Calls a batch off that was not given to the bank; its charges may be asked for anew. Needs `fee.bank` on the estate.
 * @rule R-FEE-11
 * @throws NOT_FOUND batch
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-11 for one that was given to the bank
 */
export async function cancelWithholdingBatch(ctx: CommandContext, input: MoveBatch): Promise<{ batchId: string }> {
  const batch = await takeBatch(ctx, input);
  assertBatch('cancel', batch.stage);
  Object.assign(batch, { stage: 'CANCELLED', finishedAt: ctx.clock.now() });
  const ended = await ctx.execute<{ readonly id: string }>(
    `update withholding_item set state = 'CANCELLED', version = version + 1
      where company_id = $1 and batch_id = $2 and state = 'OPEN' returning id`,
    [ctx.companyId, batch.id],
  );
  await freeCharges(
    ctx,
    ended.map(({ id }) => id),
  );
  recordBatchEvent(ctx, batch, 'CANCELLED');
  return { batchId: batch.id };
}

/**
 * Says that the bank answers no more about a batch: what it has said nothing of has failed, and may be asked for anew. Money
 * that is reported for it later goes into suspense. Needs `fee.bank` on the estate.
 * @rule R-FEE-11
 * @throws NOT_FOUND batch
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-11 for one that was not given to the bank, or is done
 */
export async function closeWithholdingBatch(ctx: CommandContext, input: MoveBatch): Promise<{ batchId: string }> {
  const batch = await takeBatch(ctx, input);
  assertBatch('close', batch.stage);
  const ended = await ctx.execute<{ readonly id: string }>(
    `update withholding_item set state = 'FAILED', failure_reason = 'NO_RESULT', answered_at = $3, version = version + 1
      where company_id = $1 and batch_id = $2 and state = 'OPEN' returning id`,
    [ctx.companyId, batch.id, ctx.clock.now()],
  );
  await freeCharges(
    ctx,
    ended.map(({ id }) => id),
  );
  if ((await itemsLeft(ctx, batch.id)) === 0) Object.assign(batch, { stage: 'DONE', finishedAt: ctx.clock.now() });
  recordBatchEvent(ctx, batch, 'CLOSED', { unanswered: ended.length });
  return { batchId: batch.id };
}

async function takeBatch(ctx: CommandContext, { batchId, expectedVersion }: MoveBatch): Promise<WithholdingBatch> {
  const batch = await ctx.load(WithholdingBatch, 'withholding batch', batchId, expectedVersion);
  authorizeOn(ctx.principal, 'fee.bank', batch.estateId);
  return batch;
}
