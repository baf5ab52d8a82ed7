import { ruleRefused } from '../../domain/errors.js';
import type { NoticeGrouping } from '../../domain/payment-notice/notice-grouping.js';
import { assertMonth } from '../../domain/payment-notice/notice-window.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { newId } from '../../entities/new-id.js';
import { PaymentNoticeRun } from '../../entities/payment-notice/payment-notice-run.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordRunEvent } from './steps/record-run-event.js';

interface StartNoticeRun extends CommandInput {
  readonly estateId: string;
  /** The first day of the collection month. */
  readonly month: string;
  readonly grouping?: NoticeGrouping | null;
  readonly withArrears?: boolean | null;
}

/**
 * Begins to draw an estate's payment notices for a collection month: payers are gone through and counted first, and no
 * notice is written until somebody has confirmed that. One run of an estate goes on at a time. Needs `fee.bill` on the estate.
 * @rule R-FEE-03 @rule R-DUN-01 @rule Q-11
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a day that is no first of a month
 * @throws RULE_REFUSED R-FEE-03 while another run of the estate goes on
 */
export async function startNoticeRun(ctx: CommandContext, input: StartNoticeRun): Promise<{ runId: string }> {
  const { month } = input;
  const { companyId, em } = ctx;
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId, 'lock');
  authorizeOn(ctx.principal, 'fee.bill', estateId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  assertPlausibleDay('input.month', month, today);
  assertMonth('input.month', month);
  const going = await em.findOne(PaymentNoticeRun, {
    companyId,
    estateId,
    stage: { $in: ['PREVIEWING', 'PREVIEWED', 'RUNNING'] },
  });
  if (going)
    throw ruleRefused('R-FEE-03', 'Notices of the estate are being drawn: wait, confirm, or call that off.', {
      runId: going.id,
      stage: going.stage,
    });
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const run = em.create(PaymentNoticeRun, {
    ...{ companyId, id: newId(), estateId, month, grouping: input.grouping ?? 'PER_UNIT' },
    ...{ withArrears: input.withArrears ?? true, stage: 'PREVIEWING', afterPayerId: null, payersDone: 0, notices: 0 },
    ...{ amountMinor: 0, currency, startedBy: ctx.principal.subjectId, startedAt: ctx.clock.now(), finishedAt: null },
    version: 1,
  });
  recordRunEvent(ctx, run, 'STARTED', { grouping: run.grouping, withArrears: run.withArrears });
  await em.flush();
  ctx.enqueue('notice-run', run.id);
  return { runId: run.id };
}
