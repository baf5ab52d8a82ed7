import { conflict } from '../../domain/errors.js';
import { localDay } from '../../domain/place/local-day.js';
import { CareMark } from '../../entities/care/care-mark.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { endMark } from './steps/end-mark.js';

interface EndCareMark extends CommandInput {
  readonly careMarkId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Ends a mark today: consent is withdrawn, or the need is over. The checks that are still owed lapse with it, and so
 * does what the note says.
 * @rule D-15
 * @throws NOT_FOUND careMark
 * @throws FORBIDDEN care.manage
 * @throws CONFLICT when it has changed meanwhile or has ended already
 */
export async function endCareMark(ctx: CommandContext, input: EndCareMark): Promise<{ careMarkId: string }> {
  const mark = await ctx.load(CareMark, 'careMark', input.careMarkId, input.expectedVersion);
  authorizeOn(ctx.principal, 'care.manage', mark.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', mark.estateId);
  const today = localDay(ctx.clock.now(), timeZone);
  if (mark.untilDay != null && mark.untilDay <= today)
    throw conflict('The mark has ended already.', { what: 'careMark', untilDay: mark.untilDay });
  await endMark(ctx, mark, today);
  return { careMarkId: mark.id };
}
