import type { HandoverSheet } from '../../../entities/handover/handover-sheet.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Tells staff what became of a sheet, without its sums. @rule R-ORG-70 */
export function recordHandoverEvent(
  ctx: CommandContext,
  { id, version, estateId, cashierId, state }: HandoverSheet,
  happened: 'FILLED' | 'RECOUNTED' | 'BANKED' | 'HANDED_OVER' | 'RECONCILED',
): void {
  ctx.record({
    ...{ type: `fee.HANDOVER_${happened}`, estateId, visibility: 'INTERNAL', facts: { cashierId, state } },
    ...{ subjectKind: 'handoverSheet', subjectId: id, subjectVersion: version },
  });
}
