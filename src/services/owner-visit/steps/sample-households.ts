import type { Role } from '../../../domain/identity/role.js';
import type { Household } from '../../../domain/owner-visit/household-draw.js';
import { endOfMonth } from '../../../domain/owner-visit/visit-month.js';
import { nextVisitStage } from '../../../domain/owner-visit/visit-stage.js';
import { postsOfDraw } from '../../../domain/owner-visit/visitor.js';
import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import type { VisitMonth } from '../../../entities/owner-visit/visit-month.entity.js';
import { StewardBuilding } from '../../../entities/people/steward-building.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe, type ObligationOwner } from '../../obligation/steps/owe.js';
import { newVisit } from './new-visit.js';
import { recordVisitEvent } from './record-visit-event.js';

/** The month of a draw, and the zone of its days. */
interface DrawnIn {
  readonly month: VisitMonth;
  readonly timeZone: string;
}

interface Drawn {
  readonly unitId: string;
  readonly buildingId: string;
  readonly cycleId: string;
  readonly estateId: string;
}

/**
 * Has drawn households visited within the month: the first ones by the manager and the supervisor, the others by the
 * steward of the building. Each is owed by its last day. The month tells how many.
 * @rule R-VIS-03 @rule R-VIS-04 @rule R-VIS-05 @rule R-VIS-09 @rule R-ORG-33
 */
export async function sampleHouseholds(ctx: CommandContext, drawn: readonly Drawn[], at: DrawnIn): Promise<void> {
  const { month, timeZone } = at;
  const { byManager: manager, bySupervisor: supervisor } = month;
  const before = month.carried + month.drawn;
  const posts = postsOfDraw(before + drawn.length, { manager, supervisor }).slice(before);
  const now = ctx.clock.now();
  for (const [i, { buildingId, ...home }] of drawn.entries()) {
    const visit = newVisit(ctx, {
      ...home,
      organiser: 'ESTATE',
      stage: nextVisitStage('sample', null),
      drawnMonth: month.month,
    });
    visit.assignedPost = posts[i] ?? 'STEWARD';
    recordVisitEvent(ctx, visit, 'SAMPLED', now);
    await oweVisit(ctx, visit, buildingId, endOfMonth(month.month, timeZone));
  }
  if (drawn.length === 0 && month.version > 0) return;
  month.drawn += drawn.length;
  month.version += 1;
  ctx.record({
    type: 'visit.MONTH_DRAWN',
    estateId: month.estateId,
    subjectKind: 'visitMonth',
    subjectId: month.id,
    subjectVersion: month.version,
    visibility: 'INTERNAL',
    facts: { month: month.month, required: month.required, carried: month.carried, drawn: drawn.length },
  });
}

/** Has the households that were drawn before, and in which somebody lives, owed again within a month that begins. @rule R-VIS-05 */
export async function oweMonth(
  ctx: CommandContext,
  carried: readonly OwnerVisit[],
  homes: readonly Household[],
  at: DrawnIn,
): Promise<void> {
  const buildings = new Map(homes.map(({ unitId, buildingId }) => [unitId, buildingId]));
  for (const visit of carried) {
    const buildingId = buildings.get(visit.unitId);
    if (buildingId === undefined) throw new Error('Visits to households that are gone are dropped first.');
    await oweVisit(ctx, visit, buildingId, endOfMonth(at.month.month, at.timeZone));
  }
}

async function oweVisit(ctx: CommandContext, visit: OwnerVisit, buildingId: string, dueAt: Date): Promise<void> {
  owe(ctx, {
    kind: 'OWNER_VISIT',
    estateId: visit.estateId,
    subjectKind: 'OWNER_VISIT',
    subjectId: visit.id,
    owner: await ownerOf(ctx, visit.assignedPost ?? 'STEWARD', buildingId),
    dueAt,
  });
}

/** The one steward of the building by name, otherwise the post. @rule R-ORG-33 */
async function ownerOf(ctx: CommandContext, post: Role, buildingId: string): Promise<ObligationOwner> {
  if (post !== 'STEWARD') return { ownerPost: post };
  const found = ctx.once(`steward of ${buildingId}`, () =>
    ctx.em.find(StewardBuilding, { companyId: ctx.companyId, buildingId }, { limit: 2 }),
  );
  const [one, another] = await found;
  return one && !another ? { ownerId: one.staffId } : { ownerPost: 'STEWARD' };
}
