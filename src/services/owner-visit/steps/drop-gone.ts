import { nextVisitStage } from '../../../domain/owner-visit/visit-stage.js';
import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { lapse } from '../../obligation/steps/lapse.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { recordVisitEvent } from './record-visit-event.js';

/** Drops drawn visits to households in which nobody lives any more. @returns those that are still to be made */
export async function dropGone(
  ctx: CommandContext,
  waiting: readonly OwnerVisit[],
  occupied: ReadonlySet<string>,
): Promise<OwnerVisit[]> {
  const now = ctx.clock.now();
  for (const visit of waiting) {
    if (occupied.has(visit.unitId)) continue;
    visit.stage = nextVisitStage('drop', visit.stage);
    visit.version += 1;
    recordVisitEvent(ctx, visit, 'DROPPED', now);
    lapse(ctx, await owedFor(ctx, ['OWNER_VISIT'], visit.id), now);
  }
  return waiting.filter(({ unitId }) => occupied.has(unitId));
}
