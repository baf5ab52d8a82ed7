import { nextRun } from '../../domain/schedule/next-run.js';
import type { CommandContext } from '../../services/command/command-context.js';
import type { TimerHandler, TimerHandlers } from '../timer/timer-handler.js';
import type { Schedule } from './schedule.js';

/** The handlers of the timers that carry schedules: each run puts its job off and sets the next run, in one transaction. */
export const scheduleHandlers = (schedules: readonly Schedule[]): TimerHandlers =>
  Object.fromEntries(schedules.map((schedule) => [schedule.kind, runOf(schedule)]));

/** What was missed while no node ran is made up for by one run. */
const runOf =
  (schedule: Schedule): TimerHandler =>
  async (ctx) => {
    ctx.enqueue(schedule.job, ctx.companyId);
    setNextRun(ctx, schedule, await timeZoneOf(ctx));
  };

/** Sets a schedule's next run after now. */
export function setNextRun(ctx: CommandContext, schedule: Schedule, timeZone: string): void {
  const { kind, recurrence, spread } = schedule;
  const seed = `${kind}/${ctx.companyId}`;
  ctx.setTimer(kind, ctx.companyId, nextRun(recurrence, timeZone, ctx.clock.now(), { spread, seed }));
}

/** The company's own time zone. */
export async function timeZoneOf(ctx: CommandContext): Promise<string> {
  const rows = await ctx.execute<{ zone: string }>('select time_zone as zone from company where id = $1', [
    ctx.companyId,
  ]);
  return rows[0]?.zone ?? 'UTC';
}
