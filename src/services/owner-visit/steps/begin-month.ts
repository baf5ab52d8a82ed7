import { monthOf } from '../../../domain/owner-visit/visit-month.js';
import { visitQuota } from '../../../domain/owner-visit/visit-quota.js';
import { newId } from '../../../entities/new-id.js';
import { VisitMonth } from '../../../entities/owner-visit/visit-month.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import { householdsOnDay } from './households-on-day.js';

/**
 * Writes down what an estate owes in the month of a day, by its households and policies on the first of it.
 * @rule R-VIS-05 @rule R-VIS-03 @rule R-VIS-04 @rule D-28
 */
export async function beginMonth(
  ctx: CommandContext,
  estateId: string,
  today: string,
  carried: number,
): Promise<VisitMonth> {
  const month = monthOf(today);
  const count = await householdsOnDay(ctx, estateId, month);
  const [bands, base, people, small] = [
    await policyInForce(ctx, 'P-29', estateId, month),
    await policyInForce(ctx, 'Q-04', estateId, month),
    await policyInForce(ctx, 'P-07', estateId, month),
    await policyInForce(ctx, 'Q-38', estateId, month),
  ];
  const { percent, required } = visitQuota(count, { bands, base, people, small });
  return ctx.em.create(VisitMonth, {
    companyId: ctx.companyId,
    id: newId(),
    estateId,
    month,
    households: count.households,
    occupied: count.occupied,
    percent,
    required,
    byManager: people.manager,
    bySupervisor: people.supervisor,
    carried,
    drawn: 0,
    drawnAt: ctx.clock.now(),
    version: 0,
  });
}
