import type { Hands } from '../../../domain/corrective-action/assert-impartial.js';
import type { CorrectiveAction } from '../../../entities/corrective-action/corrective-action.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Who has had a hand in an action: owner, who said that it is done, and whom the complaint behind it is about. @rule D-16 */
export async function handsIn(
  ctx: CommandContext,
  { sourceKind, sourceId, ownerId = null }: CorrectiveAction,
  doneById: string | null,
): Promise<Hands> {
  const complaint =
    sourceKind === 'COMPLAINT' ? await ctx.em.findOne(Ticket, { companyId: ctx.companyId, id: sourceId }) : null;
  return { ownerId, doneById, againstStaffId: complaint?.againstStaffId ?? null };
}
