import type { CorrectiveAction } from '../../../entities/corrective-action/corrective-action.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on corrective actions answers. */
export interface ActionResult {
  readonly actionId: string;
  readonly version: number;
}

/** What can become of a corrective action. */
type ActionHappening = 'RAISED' | 'PLANNED' | 'DONE' | 'VERIFIED' | 'REOPENED' | 'CANCELLED';

/** Tells what became of a corrective action, under the version that it now has; never its words. */
export function recordActionEvent(
  ctx: CommandContext,
  action: CorrectiveAction,
  type: ActionHappening,
  occurredAt: Date = ctx.clock.now(),
): ActionResult {
  const { kind, stage, sourceKind, sourceId, ownerId, dueDay, reopenings, postponements } = action;
  ctx.record({
    type: `correctiveAction.${type}`,
    estateId: action.estateId ?? null,
    subjectKind: 'correctiveAction',
    subjectId: action.id,
    subjectVersion: action.version,
    visibility: 'INTERNAL',
    occurredAt,
    facts: {
      kind,
      stage,
      sourceKind,
      sourceId,
      ownerId: ownerId ?? null,
      dueDay: dueDay ?? null,
      reopenings,
      postponements,
    },
  });
  return { actionId: action.id, version: action.version };
}
