import { conflict } from '../../domain/errors.js';
import { localDay } from '../../domain/place/local-day.js';
import { CareMark } from '../../entities/care/care-mark.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { fulfil } from '../obligation/steps/fulfil.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { findRow } from '../place/steps/find-row.js';
import { oweCareCheck } from './steps/owe-care-check.js';
import { recordCareEvent } from './steps/record-care-event.js';

interface RecordCareCheck extends CommandInput {
  readonly careMarkId: string;
  /** When somebody looked, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Records that somebody has looked after a marked person or unit: every check that was owed by then is done, and the
 * next one is owed from that instant on.
 * @rule R-ORG-34 @rule D-15
 * @throws NOT_FOUND careMark
 * @throws FORBIDDEN care.check
 * @throws CONFLICT when the mark has ended
 * @throws INVALID_INPUT when it happened in the future
 */
export async function recordCareCheck(ctx: CommandContext, input: RecordCareCheck): Promise<{ careMarkId: string }> {
  const mark = await ctx.load(CareMark, 'careMark', input.careMarkId);
  authorizeOn(ctx.principal, 'care.check', mark.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', mark.estateId);
  const at = ctx.occurredAt(input.occurredAt);
  if (mark.untilDay != null && localDay(at, timeZone) >= mark.untilDay)
    throw conflict('The mark has ended.', { what: 'careMark', untilDay: mark.untilDay });
  const owed = (await owedFor(ctx, ['CARE_CHECK'], mark.id)).filter(({ owedSince }) => owedSince <= at);
  for (const obligation of owed) fulfil(ctx, obligation, at);
  mark.version += 1;
  recordCareEvent(ctx, mark, 'CHECKED', at);
  if (owed.length > 0) await oweCareCheck(ctx, mark, at);
  return { careMarkId: mark.id };
}
