import type { Duty } from '../../../entities/duty/duty.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Tells what became of a duty, under the version that it now has. */
export function recordDutyEvent(ctx: CommandContext, duty: Duty, type: 'PLANNED' | 'CHANGED' | 'ENDED'): void {
  ctx.record({
    type: `duty.${type}`,
    estateId: duty.estateId ?? null,
    subjectKind: 'duty',
    subjectId: duty.id,
    subjectVersion: duty.version,
    visibility: 'INTERNAL',
    facts: {
      staffId: duty.staffId,
      post: duty.post,
      fromAt: duty.fromAt.toISOString(),
      untilAt: duty.untilAt.toISOString(),
    },
  });
}
