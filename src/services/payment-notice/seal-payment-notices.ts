import { LockMode } from '@mikro-orm/core';
import { invalidInput, notFound, ruleRefused } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { nextNotice } from '../../domain/payment-notice/notice-life.js';
import { PaymentNoticeRun } from '../../entities/payment-notice/payment-notice-run.entity.js';
import { PaymentNotice } from '../../entities/payment-notice/payment-notice.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordNoticeEvent } from './steps/record-notice-event.js';
import { recordRunEvent } from './steps/record-run-event.js';

interface SealPaymentNotices extends CommandInput {
  readonly runId: string;
  /** Null: all of the run that are drawn. */
  readonly noticeIds?: readonly string[] | null;
  readonly occurredAt?: Date | null;
}

const SEAL_ALL = `update payment_notice set state = 'SEALED', seal = $3, sealed_at = $4, sealed_by = $5, version = version + 1
 where company_id = $1 and run_id = $2 and state = 'DRAWN' returning id`;

/**
 * Records that notices of a run bear the seal of the policy, all that are drawn or those that are named: only then are they
 * brought, and read by their payers. Needs `fee.seal` on the estate.
 * @rule R-NTC-12 @rule R-FEE-04 @rule P-40
 * @throws NOT_FOUND run, or a notice of it
 * @throws RULE_REFUSED R-NTC-12 while the run is not done, for a notice that is sealed already, and where none is left to be sealed
 * @throws INVALID_INPUT for an instant in the future, or before they were drawn
 */
export async function sealPaymentNotices(
  ctx: CommandContext,
  input: SealPaymentNotices,
): Promise<{ runId: string; sealed: number }> {
  const { companyId } = ctx;
  const at = ctx.occurredAt(input.occurredAt);
  const run = await ctx.load(PaymentNoticeRun, 'payment notice run', input.runId);
  authorizeOn(ctx.principal, 'fee.seal', run.estateId);
  if (run.stage !== 'DONE')
    throw ruleRefused('R-NTC-12', 'Notices are sealed when all of a run are drawn.', { stage: run.stage });
  const { seal } = await policyInForce(ctx, 'P-40', run.estateId, await dayAt(ctx, run.estateId, at));
  const { subjectId: sealedBy } = ctx.principal;
  let sealed = 0;
  if (input.noticeIds) {
    const wanted = [...new Set(input.noticeIds)];
    const notices = await ctx.em.find(
      PaymentNotice,
      { companyId, runId: run.id, id: { $in: wanted.filter(isId) } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    if (notices.length < wanted.length) throw notFound('payment notice');
    for (const notice of notices) {
      assertDrawnBefore(notice.drawnAt, at, input.occurredAt);
      const state = nextNotice('seal', notice.state);
      Object.assign(notice, { state, seal, sealedAt: at, sealedBy, version: notice.version + 1 });
      await recordNoticeEvent(ctx, notice, 'SEALED', { seal }, at);
    }
    sealed = notices.length;
  } else {
    assertDrawnBefore(run.finishedAt ?? run.startedAt, at, input.occurredAt);
    sealed = (await ctx.execute(SEAL_ALL, [companyId, run.id, seal, at, sealedBy])).length;
  }
  if (sealed === 0) throw ruleRefused('R-NTC-12', 'None of the run is left to be sealed.', { runId: run.id });
  run.version += 1;
  recordRunEvent(ctx, run, 'SEALED', { sealed, seal }, at);
  return { runId: run.id, sealed };
}

function assertDrawnBefore(drawnAt: Date, at: Date, claimed: Date | null | undefined): void {
  if (claimed && at < drawnAt)
    throw invalidInput('input.occurredAt', 'lies before they were drawn', { earliest: drawnAt.toISOString() });
}
