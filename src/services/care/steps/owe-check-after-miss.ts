import { CareMark } from '../../../entities/care/care-mark.entity.js';
import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { oweCareCheck } from './owe-care-check.js';

/** Has the next check of a mark owed when one was missed: a check that is left out does not end the series. @rule R-ORG-34 */
export async function oweCheckAfterMiss(ctx: CommandContext, missed: Obligation): Promise<void> {
  if (missed.kind !== 'CARE_CHECK') return;
  const mark = await ctx.em.findOne(CareMark, { companyId: ctx.companyId, id: missed.subjectId });
  if (mark) await oweCareCheck(ctx, mark, missed.dueAt);
}
