import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';

/** Whether the asker owes it: by name, or as somebody who holds the post that owes it. */
export async function isOwner(ctx: CommandContext, obligation: Obligation): Promise<boolean> {
  const { subjectId } = ctx.principal;
  const { ownerId, ownerPost, estateId } = obligation;
  if (ownerPost == null) return ownerId === subjectId;
  return holdsRoleOn(ctx, subjectId, [ownerPost], estateId ?? null);
}
