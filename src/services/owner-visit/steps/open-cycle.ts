import { newId } from '../../../entities/new-id.js';
import { VisitCycle } from '../../../entities/owner-visit/visit-cycle.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { householdsOnDay } from './households-on-day.js';

/** The cycle of an estate that is under way; where there is none, the next one begins. The caller holds the estate's lock. @rule R-VIS-09 @rule Q-35 */
export async function openCycle(ctx: CommandContext, estateId: string): Promise<VisitCycle> {
  const { companyId, em } = ctx;
  const [last] = await em.find(VisitCycle, { companyId, estateId }, { orderBy: { number: 'desc' }, limit: 1 });
  if (last?.endedAt === null) return last;
  const id = newId();
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const { occupied } = await householdsOnDay(ctx, estateId, today);
  const cycle = em.create(VisitCycle, {
    companyId,
    id,
    estateId,
    number: (last?.number ?? 0) + 1,
    seed: newId(),
    occupied,
    startedAt: ctx.clock.now(),
    endedAt: null,
  });
  await em.flush();
  ctx.record({
    type: 'visit.CYCLE_STARTED',
    estateId,
    subjectKind: 'visitCycle',
    subjectId: id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { number: cycle.number },
  });
  return cycle;
}

/** The cycle that a visit belongs to: the one that was under way when it took place; before the first, the first. */
export async function cycleAt(ctx: CommandContext, estateId: string, at: Date): Promise<VisitCycle> {
  const [cycle] = await ctx.em.find(
    VisitCycle,
    { companyId: ctx.companyId, estateId, startedAt: { $lte: at } },
    { orderBy: { number: 'desc' }, limit: 1 },
  );
  return cycle && (cycle.endedAt == null || at <= cycle.endedAt) ? cycle : openCycle(ctx, estateId);
}

/** Ends a cycle and tells of it. */
export function endCycle(ctx: CommandContext, cycle: VisitCycle): void {
  cycle.endedAt = ctx.clock.now();
  ctx.record({
    type: 'visit.CYCLE_ENDED',
    estateId: cycle.estateId,
    subjectKind: 'visitCycle',
    subjectId: cycle.id,
    subjectVersion: 2,
    visibility: 'INTERNAL',
    facts: { number: cycle.number },
  });
}
