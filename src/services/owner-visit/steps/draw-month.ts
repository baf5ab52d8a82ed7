import type { LocalDate } from '../../../domain/calendar/calendar-day.js';
import {
  assertNotRedrawn,
  drawHouseholds,
  isCycleOver,
  type Household,
} from '../../../domain/owner-visit/household-draw.js';
import { monthOf } from '../../../domain/owner-visit/visit-month.js';
import { TO_BE_VISITED } from '../../../domain/owner-visit/visit-stage.js';
import { notFound } from '../../../domain/errors.js';
import { localDay } from '../../../domain/place/local-day.js';
import { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import { VisitCycle } from '../../../entities/owner-visit/visit-cycle.entity.js';
import { VisitMonth } from '../../../entities/owner-visit/visit-month.entity.js';
import { zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { beginMonth } from './begin-month.js';
import { dropGone } from './drop-gone.js';
import { householdsOnDay } from './households-on-day.js';
import { lockVisits } from './lock-visits.js';
import { endCycle, openCycle } from './open-cycle.js';
import { owePaperwork } from './owe-paperwork.js';
import { oweMonth, sampleHouseholds } from './sample-households.js';
import { unitsOfCycle } from './units-of-cycle.js';

/**
 * Draws what an estate still has to visit this month: what the month requires, less the households that were drawn before
 * and are to be visited still. Where the cycle is over the next one begins; nobody who was visited this month is drawn in it.
 * The first draw of a month writes down what it owes. Named units are drawn by hand, beside that.
 * @rule R-VIS-05 @rule R-VIS-09 @rule D-04 @rule D-28 @rule Q-35
 * @throws RULE_REFUSED R-VIS-09 for a named household that the cycle has drawn or visited
 * @throws NOT_FOUND for a named unit in which nobody of the estate lives
 */
export async function drawMonth(
  ctx: CommandContext,
  estateId: string,
  named: readonly string[] = [],
): Promise<{ readonly month: VisitMonth; readonly drawn: number }> {
  const { companyId, em } = ctx;
  const timeZone = await zoneOf(ctx, estateId);
  const today = localDay(ctx.clock.now(), timeZone);
  await lockVisits(ctx, estateId);
  const { homes } = await householdsOnDay(ctx, estateId, today);
  const first = await em.findOne(VisitMonth, { companyId, estateId, month: monthOf(today) });
  const waiting = await em.find(OwnerVisit, { companyId, estateId, sampled: true, stage: { $in: [...TO_BE_VISITED] } });
  const carried = await dropGone(ctx, waiting, new Set(homes.map(({ unitId }) => unitId)));
  if (first)
    for (const { stage, drawnMonth } of waiting)
      if (stage === 'DROPPED') first[drawnMonth === first.month ? 'drawn' : 'carried'] -= 1;
  const month = first ?? (await beginMonth(ctx, estateId, today, carried.length));
  const at = { month, timeZone };
  if (!first) {
    await oweMonth(ctx, carried, homes, at);
    await owePaperwork(ctx, month, timeZone);
  }
  const short = named.length > 0 ? 0 : month.required - month.carried - month.drawn;
  const drawn = await drawnOf(ctx, estateId, { homes, today, short, named });
  await sampleHouseholds(ctx, drawn, at);
  return { month, drawn: drawn.length };
}

interface Wanted {
  readonly homes: readonly Household[];
  readonly today: LocalDate;
  readonly short: number;
  readonly named: readonly string[];
}

/** The households of a draw with the cycle that they are drawn in; the last of one cycle and the first of the next. */
async function drawnOf(ctx: CommandContext, estateId: string, { homes, today, short, named }: Wanted) {
  let cycle = await openCycle(ctx, estateId);
  const units = await unitsOfCycle(ctx, cycle.id);
  let { taken } = units;
  if (isCycleOver(homes, units.visited)) {
    endCycle(ctx, cycle);
    cycle = await openCycle(ctx, estateId);
    taken = (await unitsOfCycle(ctx, cycle.id)).taken;
  }
  assertNotRedrawn(named, taken);
  const chosen = named.map((id) => homes.find(({ unitId }) => unitId === id));
  if (chosen.includes(undefined)) throw notFound('unit');
  const before = await visitedInMonth(ctx, estateId, today);
  const wanted = { seed: cycle.seed, wanted: short, occupied: homes, taken: new Set([...taken, ...before]) };
  const drawn = [...chosen.filter((home) => home !== undefined), ...drawHouseholds(wanted)];
  return drawn.map((home) => ({ ...home, cycleId: cycle.id, estateId }));
}

/** The households that were visited this month, in whichever cycle. */
async function visitedInMonth(ctx: CommandContext, estateId: string, today: LocalDate): Promise<Set<string>> {
  const rows = await ctx.execute<{ unitId: string }>(
    `select distinct v.unit_id as "unitId" from owner_visit v join estate e on e.company_id = v.company_id and e.id = v.estate_id
      where v.company_id = $1 and v.estate_id = $2
        and v.visited_at >= ($3::date::timestamp at time zone e.time_zone)`,
    [ctx.companyId, estateId, monthOf(today)],
  );
  return new Set(rows.map(({ unitId }) => unitId));
}

/**
 * Ends the cycle once a visit has made it complete, and draws what the month is still short of from the next one.
 * @rule R-VIS-09 @rule Q-35
 */
export async function goOnWithCycle(ctx: CommandContext, visit: OwnerVisit): Promise<void> {
  const cycle = await ctx.em.findOneOrFail(VisitCycle, { companyId: ctx.companyId, id: visit.cycleId });
  if (cycle.endedAt != null) return;
  const timeZone = await zoneOf(ctx, visit.estateId);
  const today = localDay(ctx.clock.now(), timeZone);
  const { homes } = await householdsOnDay(ctx, visit.estateId, today);
  const { visited } = await unitsOfCycle(ctx, cycle.id);
  if (!isCycleOver(homes, visited)) return;
  endCycle(ctx, cycle);
  const month = await ctx.em.findOne(VisitMonth, {
    companyId: ctx.companyId,
    estateId: visit.estateId,
    month: monthOf(today),
  });
  if (month && month.required > month.carried + month.drawn) await drawMonth(ctx, visit.estateId);
}
