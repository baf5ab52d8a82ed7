import { sql } from 'kysely';
import { deadlineOfLocalDay } from '../../../domain/calendar/local-instant.js';
import { noticeWindow } from '../../../domain/payment-notice/notice-window.js';
import type { PaymentNoticeRun } from '../../../entities/payment-notice/payment-notice-run.entity.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import { dayAt, zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfil } from '../../obligation/steps/fulfil.js';
import { lapse } from '../../obligation/steps/lapse.js';
import { owe } from '../../obligation/steps/owe.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** The round that something belongs to. */
type RoundOf = Pick<PaymentNoticeRun, 'id' | 'estateId' | 'month'>;

/**
 * Has a steward owe the round of a run's notices while one of them is to be brought, and nothing once none is: by name, or
 * as whoever holds the post that brings notices. It is due on the last day of the time before the collection month, where that
 * has passed today.
 * @rule R-FEE-03 @rule R-NTC-12 @rule Q-11 @rule P-40
 */
export async function followRound(ctx: CommandContext, run: RoundOf, stewardId: string | null): Promise<void> {
  await ctx.em.flush();
  const { id: runId, estateId, month } = run;
  const [round] = await ctx.read(
    sql<{ readonly left: number; readonly last: Date | null }>`
      select (count(*) filter (where n.state in ('DRAWN', 'SEALED')))::int as left, max(n.brought_at) as last
        from payment_notice n
       where n.company_id = ${ctx.companyId} and n.run_id = ${runId} and n.steward_id is not distinct from ${stewardId}::uuid`.compile(
      sqlFor,
    ),
  );
  const { left, last } = round ?? { left: 0, last: null };
  const owed = await owedFor(ctx, ['PAYMENT_NOTICE_ROUND'], runId);
  const own = owed.filter(({ ownerId }) => (ownerId ?? null) === stewardId);
  const now = ctx.clock.now();
  if (left === 0) {
    for (const obligation of own)
      if (last !== null && last >= obligation.owedSince) fulfil(ctx, obligation, last);
      else lapse(ctx, [obligation], now);
    return;
  }
  if (own.length > 0) return;
  const today = await dayAt(ctx, estateId, now);
  const { lastDay } = noticeWindow(month, await policyInForce(ctx, 'Q-11', estateId, month));
  const { deliveredBy } = await policyInForce(ctx, 'P-40', estateId, today);
  owe(ctx, {
    kind: 'PAYMENT_NOTICE_ROUND',
    estateId,
    subjectKind: 'PAYMENT_NOTICE_RUN',
    subjectId: runId,
    owner: stewardId === null ? { ownerPost: deliveredBy } : { ownerId: stewardId },
    dueAt: deadlineOfLocalDay(lastDay > today ? lastDay : today, await zoneOf(ctx, estateId)),
  });
}

/** The same for everybody who has notices of the run. */
export async function followRounds(ctx: CommandContext, run: RoundOf): Promise<void> {
  const stewards = await ctx.read(
    sql<{ readonly id: string | null }>`
      select distinct n.steward_id as id from payment_notice n
       where n.company_id = ${ctx.companyId} and n.run_id = ${run.id} order by 1`.compile(sqlFor),
  );
  for (const { id } of stewards) await followRound(ctx, run, id);
}
