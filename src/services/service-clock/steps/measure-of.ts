import {
  aroundTheClock,
  deskTime,
  type ClockCalendar,
  type TimeMeasure,
} from '../../../domain/service-clock/time-measure.js';
import { calendarOf, deskHoursOf } from '../../calendar/steps/calendar-of.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * How the time of a clock is counted: by the desk hours and holidays of the estate in force when it started, where only
 * those count.
 * @rule Q-10 @rule D-08 @rule R-MET-09
 */
export async function measureOf(
  ctx: CommandContext,
  estateId: string,
  clock: { readonly calendar: ClockCalendar; readonly startedAt: Date },
): Promise<TimeMeasure> {
  if (clock.calendar === 'AROUND_THE_CLOCK') return aroundTheClock;
  const { startedAt } = clock;
  return deskTime(await deskHoursOf(ctx, estateId, startedAt), await calendarOf(ctx, estateId, startedAt));
}
