import { runCommand } from '../../services/command/run-command.js';
import type { CommandContext } from '../../services/command/command-context.js';
import type { House } from '../../tenancy/house.js';
import { FirstSight } from '../first-sight.js';
import type { RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';
import { setNextRun, timeZoneOf } from './schedule-handlers.js';
import { SCHEDULES } from './schedules.js';

/** Sees to it that every company has its schedules, from the first time that a node hears of it. */
export const scheduleKeeper = (house: House, report: RhythmReport): FirstSight =>
  new FirstSight((companyId) => runCommand(house, systemPrincipal(companyId), ensureSchedules, {}), report);

/** Nodes that see a company at once take turns, so that a schedule has one timer. */
const TURN = `select pg_advisory_xact_lock(hashtextextended('guanjia schedules ' || $1, 0))`;
const STANDING = 'select distinct kind from timer where company_id = $1 and subject_id = $2 and kind = any ($3)';

/** Sets the runs that the company lacks; those that stand, and those that are parked, stay. */
async function ensureSchedules(ctx: CommandContext): Promise<Record<string, never>> {
  const { companyId } = ctx;
  const kinds = SCHEDULES.map(({ kind }) => kind);
  const look = async (): Promise<readonly string[]> =>
    (await ctx.execute<{ kind: string }>(STANDING, [companyId, companyId, kinds])).map(({ kind }) => kind);
  if ((await look()).length === kinds.length) return {};
  await ctx.execute(TURN, [companyId]);
  const standing = await look();
  const timeZone = await timeZoneOf(ctx);
  for (const schedule of SCHEDULES) if (!standing.includes(schedule.kind)) setNextRun(ctx, schedule, timeZone);
  return {};
}
