import { LockMode } from '@mikro-orm/core';
import { isMissed } from '../../../domain/obligation/obligation-state.js';
import { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordObligationEvent } from './record-obligation-event.js';

/**
 * Marks an obligation as missed, at its due instant, when nobody has settled it; looks at the facts under a lock, so
 * that a late or repeated call does nothing.
 * @returns the obligation that was missed now; null when none was
 */
export async function miss(ctx: CommandContext, obligationId: string): Promise<Obligation | null> {
  const obligation = await ctx.em.findOne(
    Obligation,
    { companyId: ctx.companyId, id: obligationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!obligation || !isMissed(obligation.state, obligation.dueAt, ctx.clock.now())) return null;
  obligation.state = 'MISSED';
  obligation.missedAt = obligation.dueAt;
  obligation.version += 1;
  recordObligationEvent(ctx, obligation, 'MISSED', obligation.dueAt);
  return obligation;
}
