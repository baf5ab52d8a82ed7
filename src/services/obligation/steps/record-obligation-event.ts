import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { clocksFollowObligation } from '../../service-clock/steps/clocks-follow.js';

/** What can become of an obligation. */
type ObligationHappening = 'OWED' | 'RESCHEDULED' | 'MISSED' | 'FULFILLED' | 'WAIVED' | 'LAPSED';

/** Tells what became of an obligation, under the version that it now has; the clock that measures it follows. */
export function recordObligationEvent(
  ctx: CommandContext,
  obligation: Obligation,
  type: ObligationHappening,
  occurredAt: Date,
): void {
  const { kind, state, subjectKind, subjectId, ownerId, ownerPost, dueAt } = obligation;
  clocksFollowObligation(ctx, obligation, type, occurredAt);
  ctx.record({
    type: `obligation.${type}`,
    estateId: obligation.estateId ?? null,
    subjectKind: 'obligation',
    subjectId: obligation.id,
    subjectVersion: obligation.version,
    visibility: 'INTERNAL',
    occurredAt,
    facts: {
      kind,
      state,
      about: subjectKind,
      aboutId: subjectId,
      ownerId: ownerId ?? null,
      ownerPost: ownerPost ?? null,
      dueAt: dueAt.toISOString(),
    },
  });
}
