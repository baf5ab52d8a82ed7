import { drawNotices } from '../../domain/payment-notice/draw-notices.js';
import { isUnderWay, runStageAfter } from '../../domain/run-life.js';
import { noticeWindow } from '../../domain/payment-notice/notice-window.js';
import { PaymentNoticeRun } from '../../entities/payment-notice/payment-notice-run.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { chargesToNotice, payersToNotice } from './steps/charges-to-notice.js';
import { followRounds } from './steps/follow-round.js';
import { recordRunEvent } from './steps/record-run-event.js';
import { writeNotices } from './steps/write-notices.js';

interface NoticeChunk extends CommandInput {
  readonly runId: string;
}

/** So many payers go into one transaction. */
const PAYERS = 200;

/**
 * Goes on with the drawing of notices by one chunk of payers: counts in a preview, writes in a run. How far it has come is
 * part of the same transaction, so that a crash repeats nothing and leaves nothing out; one event tells of a chunk. Once all
 * are drawn, whoever brings them owes the round. For the program; needs `fee.bill` on the estate.
 * @rule R-FEE-03 @rule R-DUN-01
 * @throws NOT_FOUND run
 */
export async function noticeChunk(ctx: CommandContext, { runId }: NoticeChunk): Promise<{ readonly goesOn: boolean }> {
  const run = await ctx.load(PaymentNoticeRun, 'payment notice run', runId);
  authorizeOn(ctx.principal, 'fee.bill', run.estateId);
  if (!isUnderWay(run.stage)) return { goesOn: false };
  const { estateId, month, withArrears } = run;
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const wanted = { estateId, month, withArrears, today };
  const payers = await payersToNotice(ctx, wanted, run.afterPayerId ?? null, PAYERS);
  const charges = payers.length > 0 ? await chargesToNotice(ctx, wanted, payers) : [];
  const notices = drawNotices(charges, month, run.grouping);
  if (run.stage === 'RUNNING')
    await writeNotices(ctx, { estateId, runId, month, drawnBy: run.startedBy, today, replacesId: null }, notices);
  Object.assign(run, {
    afterPayerId: payers.at(-1) ?? run.afterPayerId ?? null,
    payersDone: run.payersDone + payers.length,
    notices: run.notices + notices.length,
    amountMinor: notices
      .filter(({ currency }) => currency === run.currency)
      .reduce((sum, { currentMinor, arrearsMinor }) => sum + currentMinor + arrearsMinor, run.amountMinor),
    version: run.version + 1,
  });
  recordRunEvent(ctx, run, 'CHUNK', { payers: payers.length, drawn: notices.length });
  const goesOn = payers.length === PAYERS;
  if (!goesOn) await finish(ctx, run, today);
  return { goesOn };
}

async function finish(ctx: CommandContext, run: PaymentNoticeRun, today: string): Promise<void> {
  const stage = runStageAfter(run.stage);
  Object.assign(run, { stage, version: run.version + 1, finishedAt: stage === 'DONE' ? ctx.clock.now() : null });
  const { lastDay } = noticeWindow(run.month, await policyInForce(ctx, 'Q-11', run.estateId, run.month));
  recordRunEvent(ctx, run, stage === 'DONE' ? 'DONE' : 'PREVIEWED', { late: today > lastDay });
  if (stage === 'DONE') await followRounds(ctx, run);
}
