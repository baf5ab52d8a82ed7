import type { CorrectiveAction } from '../../../entities/corrective-action/corrective-action.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { lapse } from '../../obligation/steps/lapse.js';
import { owe } from '../../obligation/steps/owe.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { reschedule } from '../../obligation/steps/reschedule.js';

/**
 * Has an action owed by its owner until its due instant. What was owed for it already moves with the due day; what another
 * owner owed lapses, and the new one owes it by the same instant, past or not.
 */
export async function oweAction(ctx: CommandContext, action: CorrectiveAction): Promise<void> {
  const { id, ownerId, dueAt } = action;
  if (ownerId == null || dueAt == null) throw new Error('An action that is owed has an owner and a due instant.');
  const now = ctx.clock.now();
  const [owed] = await owedFor(ctx, ['CORRECTIVE_ACTION'], id);
  if (owed?.ownerId === ownerId) {
    if (owed.state === 'OPEN') reschedule(ctx, owed, dueAt, now);
    return;
  }
  if (owed) lapse(ctx, [owed], now);
  owe(ctx, {
    kind: 'CORRECTIVE_ACTION',
    estateId: action.estateId ?? null,
    subjectKind: 'CORRECTIVE_ACTION',
    subjectId: id,
    owner: { ownerId },
    since: action.plannedAt ?? now,
    dueAt,
  });
}
