import { ruleRefused } from '../../domain/errors.js';
import { drawNotices } from '../../domain/payment-notice/draw-notices.js';
import { nextNotice, type WithdrawalReason } from '../../domain/payment-notice/notice-life.js';
import { PaymentNoticeRun } from '../../entities/payment-notice/payment-notice-run.entity.js';
import { PaymentNotice } from '../../entities/payment-notice/payment-notice.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { chargesToNotice } from './steps/charges-to-notice.js';
import { followRound } from './steps/follow-round.js';
import { recordNoticeEvent } from './steps/record-notice-event.js';
import { writeNotices } from './steps/write-notices.js';

interface CorrectNotice extends CommandInput {
  readonly noticeId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Has a new notice take the place of one that is wrong: over what is open now of the same payer and unit, with a number of
 * its own, to be sealed and brought anew. Needs `fee.bill` on the estate.
 * @rule R-FEE-03
 * @throws NOT_FOUND notice
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-03 for one that no longer stands, and where nothing of the month is open: it is withdrawn then
 */
export async function replacePaymentNotice(ctx: CommandContext, input: CorrectNotice): Promise<{ noticeId: string }> {
  const notice = await takeNotice(ctx, input);
  const { estateId, payerId, unitId = null, month, runId, currency } = notice;
  const state = nextNotice('replace', notice.state);
  const { grouping, withArrears } = await findRow(ctx, PaymentNoticeRun, 'payment notice run', runId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const charges = await chargesToNotice(ctx, { estateId, month, withArrears, today }, [payerId], notice.id);
  const drawn = drawNotices(charges, month, grouping).find(
    (each) => each.unitId === unitId && each.currency === currency,
  );
  if (!drawn) throw ruleRefused('R-FEE-03', 'Nothing of the month is open: withdraw the notice.', { month });
  Object.assign(notice, { state, endedAt: ctx.clock.now(), version: notice.version + 1 });
  await ctx.em.flush();
  const to = { estateId, runId, month, drawnBy: ctx.principal.subjectId, today, replacesId: notice.id };
  const [id] = await writeNotices(ctx, to, [drawn]);
  const next = await findRow(ctx, PaymentNotice, 'payment notice', id ?? '');
  await recordNoticeEvent(ctx, notice, 'REPLACED', { byId: next.id });
  await recordNoticeEvent(ctx, next, 'DRAWN', { replacesId: notice.id });
  await followBoth(ctx, notice, next);
  return { noticeId: next.id };
}

/**
 * Withdraws a notice that should not stand and has no successor. Needs `fee.bill` on the estate.
 * @rule R-FEE-03
 * @throws NOT_FOUND notice
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-03 for one that no longer stands
 */
export async function withdrawPaymentNotice(
  ctx: CommandContext,
  input: CorrectNotice & { readonly reason: WithdrawalReason },
): Promise<{ noticeId: string }> {
  const notice = await takeNotice(ctx, input);
  const { reason: withdrawalReason } = input;
  const state = nextNotice('withdraw', notice.state);
  Object.assign(notice, { state, withdrawalReason, endedAt: ctx.clock.now(), version: notice.version + 1 });
  await recordNoticeEvent(ctx, notice, 'WITHDRAWN', { reason: withdrawalReason });
  await followBoth(ctx, notice, notice);
  return { noticeId: notice.id };
}

async function takeNotice(ctx: CommandContext, { noticeId, expectedVersion }: CorrectNotice): Promise<PaymentNotice> {
  const notice = await ctx.load(PaymentNotice, 'payment notice', noticeId, expectedVersion);
  authorizeOn(ctx.principal, 'fee.bill', notice.estateId);
  return notice;
}

/** The rounds that the two belong to. */
async function followBoth(ctx: CommandContext, ended: PaymentNotice, standing: PaymentNotice): Promise<void> {
  const { runId: id, estateId, month } = ended;
  for (const stewardId of new Set([ended.stewardId ?? null, standing.stewardId ?? null]))
    await followRound(ctx, { id, estateId, month }, stewardId);
}
