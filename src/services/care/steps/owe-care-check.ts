import { localDay } from '../../../domain/place/local-day.js';
import type { CareMark } from '../../../entities/care/care-mark.entity.js';
import { StewardBuilding } from '../../../entities/people/steward-building.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { Unit } from '../../../entities/place/unit.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe, type ObligationOwner } from '../../obligation/steps/owe.js';
import { findRow } from '../../place/steps/find-row.js';

const DAY_MS = 86_400_000;

/**
 * Has the steward owe the next check of a mark, so many days after an instant; nobody where the mark has ended by then.
 * The one steward of the unit's building owes it by name, otherwise the post.
 * @rule R-ORG-34 @rule R-ORG-33 @rule D-15
 */
export async function oweCareCheck(ctx: CommandContext, mark: CareMark, since: Date): Promise<void> {
  const dueAt = new Date(since.getTime() + mark.checkEveryDays * DAY_MS);
  const { timeZone } = await findRow(ctx, Estate, 'estate', mark.estateId);
  if (mark.untilDay != null && localDay(dueAt, timeZone) >= mark.untilDay) return;
  owe(ctx, {
    kind: 'CARE_CHECK',
    estateId: mark.estateId,
    subjectKind: 'CARE_MARK',
    subjectId: mark.id,
    owner: await ownerOf(ctx, mark),
    since,
    dueAt,
  });
}

async function ownerOf(ctx: CommandContext, mark: CareMark): Promise<ObligationOwner> {
  if (mark.unitId == null) return { ownerPost: 'STEWARD' };
  const { buildingId } = await findRow(ctx, Unit, 'unit', mark.unitId);
  const stewards = await ctx.em.find(StewardBuilding, { companyId: ctx.companyId, buildingId }, { limit: 2 });
  const [one, another] = stewards;
  return one && !another ? { ownerId: one.staffId } : { ownerPost: 'STEWARD' };
}
