import { localDay } from '../../../domain/place/local-day.js';
import { CareMark } from '../../../entities/care/care-mark.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { endMark } from './end-mark.js';

/** Ends the marks of a customer that have not ended, because the person is to be forgotten. @rule D-15 @rule R-ARC-08 */
export async function endMarksOf(ctx: CommandContext, customerId: string): Promise<void> {
  for (const mark of await ctx.em.find(CareMark, { companyId: ctx.companyId, customerId })) {
    const { timeZone } = await findRow(ctx, Estate, 'estate', mark.estateId);
    const today = localDay(ctx.clock.now(), timeZone);
    if (mark.untilDay == null || mark.untilDay > today) await endMark(ctx, mark, today);
  }
}
