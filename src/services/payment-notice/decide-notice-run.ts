import { assertPreviewed } from '../../domain/run-life.js';
import { PaymentNoticeRun } from '../../entities/payment-notice/payment-notice-run.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordRunEvent } from './steps/record-run-event.js';

interface DecideNoticeRun extends CommandInput {
  readonly runId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Has the notices drawn that a preview has counted, anew from what is open then. Needs `fee.bill` on the estate.
 * @rule R-FEE-03
 * @throws NOT_FOUND run
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-03 unless it was previewed
 */
export async function confirmNoticeRun(ctx: CommandContext, input: DecideNoticeRun): Promise<{ runId: string }> {
  const run = await takePreviewed(ctx, input);
  const anew = { afterPayerId: null, payersDone: 0, notices: 0, amountMinor: 0 };
  Object.assign(run, anew, { stage: 'RUNNING', version: run.version + 1 });
  recordRunEvent(ctx, run, 'CONFIRMED');
  ctx.enqueue('notice-run', run.id);
  return { runId: run.id };
}

/**
 * Calls a run off that was previewed; no notice was drawn. Needs `fee.bill` on the estate.
 * @rule R-FEE-03
 * @throws NOT_FOUND run
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-03 unless it was previewed
 */
export async function cancelNoticeRun(ctx: CommandContext, input: DecideNoticeRun): Promise<{ runId: string }> {
  const run = await takePreviewed(ctx, input);
  Object.assign(run, { stage: 'CANCELLED', finishedAt: ctx.clock.now(), version: run.version + 1 });
  recordRunEvent(ctx, run, 'CANCELLED');
  return { runId: run.id };
}

async function takePreviewed(ctx: CommandContext, input: DecideNoticeRun): Promise<PaymentNoticeRun> {
  const run = await ctx.load(PaymentNoticeRun, 'payment notice run', input.runId, input.expectedVersion);
  authorizeOn(ctx.principal, 'fee.bill', run.estateId);
  assertPreviewed('R-FEE-03', run.stage);
  return run;
}
