import { notFound } from '../../../domain/errors.js';
import { CareMark } from '../../../entities/care/care-mark.entity.js';
import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import { checkMark } from '../../care/steps/check-mark.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Has the special care looked after that a visit saw to: of marks of its household or its customer.
 * @rule R-ORG-34 @rule D-15
 * @throws NOT_FOUND for a mark of somebody else
 * @throws FORBIDDEN care.check
 * @throws CONFLICT when a mark has ended
 */
export async function checkMarks(
  ctx: CommandContext,
  visit: OwnerVisit,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  for (const id of new Set(ids)) {
    const mark = await ctx.load(CareMark, 'careMark', id);
    const concerned = mark.unitId === visit.unitId || (mark.customerId != null && mark.customerId === visit.customerId);
    if (!concerned) throw notFound('careMark');
    await checkMark(ctx, mark, at);
  }
}
