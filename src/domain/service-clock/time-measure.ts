import { workingMinutesBetween, workingTimeAfter } from '../calendar/desk-time.js';
import type { WeeklyHours } from '../calendar/weekly-hours.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** Which time of a limit counts: all of it, or only that of the desk hours. @rule R-MET-10 @rule Q-10 */
export const CLOCK_CALENDARS = ['AROUND_THE_CLOCK', 'DESK_HOURS'] as const;
export type ClockCalendar = (typeof CLOCK_CALENDARS)[number];

/** How the time of a limit is counted, on instants in milliseconds of the epoch. */
export interface TimeMeasure {
  /** The instant, not before `from`, by which so much counted time has passed. */
  readonly after: (from: number, ms: number) => number;
  /** Counted time from one instant to a later one. */
  readonly between: (from: number, to: number) => number;
}

/** Every minute counts, at night too. @rule R-MET-10 @rule Q-10 */
export const aroundTheClock: TimeMeasure = {
  after: (from, ms) => from + ms,
  between: (from, to) => to - from,
};

const MINUTE_MS = 60_000;

/**
 * Only the minutes of the desk hours count. Where the hours never give so much, every minute does: a limit has an end.
 * @rule D-08 @rule Q-10
 */
export function deskTime(hours: WeeklyHours, calendar: WorkingCalendar): TimeMeasure {
  return {
    after: (from, ms) => workingTimeAfter(new Date(from), ms / MINUTE_MS, hours, calendar)?.getTime() ?? from + ms,
    between: (from, to) => Math.round(workingMinutesBetween(new Date(from), new Date(to), hours, calendar) * MINUTE_MS),
  };
}
