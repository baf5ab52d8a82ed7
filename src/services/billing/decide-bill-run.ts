import { assertPreviewed } from '../../domain/run-life.js';
import { BillRun } from '../../entities/billing/bill-run.entity.js';
import { BillSkip } from '../../entities/billing/bill-skip.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordRunEvent } from './steps/record-run-event.js';

interface DecideBillRun extends CommandInput {
  readonly runId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Has a run charge what its preview has counted, anew from the facts that stand then. Needs `fee.bill` on the estate.
 * @rule R-FEE-01
 * @throws NOT_FOUND run
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-01 unless it was previewed
 */
export async function confirmBillRun(ctx: CommandContext, input: DecideBillRun): Promise<{ runId: string }> {
  const run = await takePreviewed(ctx, input);
  await ctx.em.nativeDelete(BillSkip, { companyId: ctx.companyId, runId: run.id });
  const anew = { afterUnitId: null, unitsDone: 0, lines: 0, amountMinor: 0, skipped: 0 };
  Object.assign(run, anew, { stage: 'RUNNING', version: run.version + 1 });
  recordRunEvent(ctx, run, 'CONFIRMED');
  ctx.enqueue('bill-run', run.id);
  return { runId: run.id };
}

/**
 * Calls a run off that was previewed; nobody was charged. Needs `fee.bill` on the estate.
 * @rule R-FEE-01
 * @throws NOT_FOUND run
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-01 unless it was previewed
 */
export async function cancelBillRun(ctx: CommandContext, input: DecideBillRun): Promise<{ runId: string }> {
  const run = await takePreviewed(ctx, input);
  Object.assign(run, { stage: 'CANCELLED', finishedAt: ctx.clock.now(), version: run.version + 1 });
  recordRunEvent(ctx, run, 'CANCELLED');
  return { runId: run.id };
}

async function takePreviewed(ctx: CommandContext, { runId, expectedVersion }: DecideBillRun): Promise<BillRun> {
  const run = await ctx.load(BillRun, 'bill run', runId, expectedVersion);
  authorizeOn(ctx.principal, 'fee.bill', run.estateId);
  assertPreviewed('R-FEE-01', run.stage);
  return run;
}
