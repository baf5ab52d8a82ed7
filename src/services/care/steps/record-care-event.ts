import type { CareMark } from '../../../entities/care/care-mark.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Tells what became of a care mark; neither what it says of the person nor the note. */
export function recordCareEvent(
  ctx: CommandContext,
  mark: CareMark,
  type: 'MARKED' | 'ENDED' | 'CHECKED',
  occurredAt: Date,
): void {
  ctx.record({
    type: `care.${type}`,
    estateId: mark.estateId,
    subjectKind: 'careMark',
    subjectId: mark.id,
    subjectVersion: mark.version,
    visibility: 'INTERNAL',
    occurredAt,
    facts: { unitId: mark.unitId ?? null, customerId: mark.customerId ?? null, untilDay: mark.untilDay ?? null },
  });
}
