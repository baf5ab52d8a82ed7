import { runCommand } from '../../services/command/run-command.js';
import type { CommandContext } from '../../services/command/command-context.js';
import type { House } from '../../tenancy/house.js';
import type { RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';
import type { Schedule } from './schedule.js';
import { setNextRun, timeZoneOf } from './schedule-handlers.js';

/** A company that could not be looked at is looked at again, after so many milliseconds. */
const AGAIN_MS = 10_000;

/** Sees to it that every company has its schedules, from the first time that a node hears of it. */
export class ScheduleKeeper {
  readonly #known = new Set<string>();
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly house: House,
    private readonly schedules: readonly Schedule[],
    private readonly report: RhythmReport,
  ) {}

  /** Sees to a company, behind those that came before; what was seen to already costs nothing. */
  see(companyId: string): void {
    if (this.#known.has(companyId) || this.schedules.length === 0) return;
    this.#known.add(companyId);
    this.#working = this.#working.then(() => this.#ensure(companyId));
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void> {
    this.#stopped = true;
    return this.#working;
  }

  async #ensure(companyId: string): Promise<void> {
    if (this.#stopped) return;
    try {
      await runCommand(this.house, systemPrincipal(companyId), ensureSchedules, { schedules: this.schedules });
    } catch (error) {
      this.report.stumbled(error);
      setTimeout(() => this.#known.delete(companyId), AGAIN_MS).unref();
    }
  }
}

/** Nodes that see a company at once take turns, so that a schedule has one timer. */
const TURN = `select pg_advisory_xact_lock(hashtextextended('guanjia schedules ' || $1, 0))`;
const STANDING = 'select distinct kind from timer where company_id = $1 and subject_id = $2 and kind = any ($3)';

/** Sets the runs that the company lacks; those that stand, and those that are parked, stay. */
async function ensureSchedules(
  ctx: CommandContext,
  { schedules }: { readonly commandId?: null; readonly schedules: readonly Schedule[] },
): Promise<Record<string, never>> {
  const { companyId } = ctx;
  const kinds = schedules.map(({ kind }) => kind);
  const look = async (): Promise<readonly string[]> =>
    (await ctx.execute<{ kind: string }>(STANDING, [companyId, companyId, kinds])).map(({ kind }) => kind);
  if ((await look()).length === kinds.length) return {};
  await ctx.execute(TURN, [companyId]);
  const standing = await look();
  const timeZone = await timeZoneOf(ctx);
  for (const schedule of schedules) if (!standing.includes(schedule.kind)) setNextRun(ctx, schedule, timeZone);
  return {};
}
