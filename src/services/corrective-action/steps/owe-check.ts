import { workingDayDeadline } from '../../../domain/calendar/working-days.js';
import { CHECK_WORKING_DAYS, checkersOf, checkingPost } from '../../../domain/corrective-action/action-check.js';
import type { Role } from '../../../domain/identity/role.js';
import type { CorrectiveAction } from '../../../entities/corrective-action/corrective-action.entity.js';
import { calendarOf } from '../../calendar/steps/calendar-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';
import { handsIn } from './hands-in.js';

/**
 * Has a look owed at an action that its owner says is done, by the nearest post that nobody holds who had a hand in it.
 * @rule R-ORG-25 @rule R-ORG-68 @rule D-16
 */
export async function oweCheck(ctx: CommandContext, action: CorrectiveAction): Promise<void> {
  const { id, estateId = null } = action;
  const { ownerId, againstStaffId } = await handsIn(ctx, action, null);
  const held: Role[] = [];
  for (const staffId of [ownerId, againstStaffId])
    for (const post of checkersOf(estateId))
      if (staffId !== null && (await holdsRoleOn(ctx, staffId, [post], estateId))) held.push(post);
  const now = ctx.clock.now();
  owe(ctx, {
    kind: 'CORRECTIVE_ACTION_CHECK',
    estateId,
    subjectKind: 'CORRECTIVE_ACTION',
    subjectId: id,
    owner: { ownerPost: checkingPost(estateId, held) },
    dueAt: workingDayDeadline(now, CHECK_WORKING_DAYS, await calendarOf(ctx, estateId, now)).deadline,
  });
}
