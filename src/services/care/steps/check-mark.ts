import { conflict } from '../../../domain/errors.js';
import { localDay } from '../../../domain/place/local-day.js';
import type { CareMark } from '../../../entities/care/care-mark.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfil } from '../../obligation/steps/fulfil.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { findRow } from '../../place/steps/find-row.js';
import { oweCareCheck } from './owe-care-check.js';
import { recordCareEvent } from './record-care-event.js';

/**
 * Records that somebody has looked after a marked person or unit: every check that was owed by then is done, and the
 * next one is owed from that instant on. The caller has locked the mark.
 * @rule R-ORG-34 @rule D-15
 * @throws FORBIDDEN care.check
 * @throws CONFLICT when the mark has ended
 */
export async function checkMark(ctx: CommandContext, mark: CareMark, at: Date): Promise<void> {
  authorizeOn(ctx.principal, 'care.check', mark.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', mark.estateId);
  if (mark.untilDay != null && localDay(at, timeZone) >= mark.untilDay)
    throw conflict('The mark has ended.', { what: 'careMark', untilDay: mark.untilDay });
  const owed = (await owedFor(ctx, ['CARE_CHECK'], mark.id)).filter(({ owedSince }) => owedSince <= at);
  for (const obligation of owed) fulfil(ctx, obligation, at);
  mark.version += 1;
  recordCareEvent(ctx, mark, 'CHECKED', at);
  if (owed.length > 0) await oweCareCheck(ctx, mark, at);
}
