import { dayOf, weekdayOf } from './calendar-day.js';
import { minutesOf } from './clock-time.js';
import { instantOf } from './local-instant.js';
import type { ClockWindow, WeeklyHours } from './weekly-hours.js';
import { dayByNumber, type WorkingCalendar } from './working-calendar.js';

/** An opening in milliseconds of the epoch: from, up to and not including, to. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

/** Days that are summed up together, so that long limits pass over them in one step. */
export const BLOCK = 32;
/** Days remembered a pair of hours and calendar; past it the memory starts anew. */
const MAX_REMEMBERED = 10_000;

/**
 * When doors are open by hours in a calendar, day by day in real instants: change of clocks, holidays and nights
 * included. Openings of a day begin on it; they are in order and never overlap. Remembered for as long as both are.
 */
export class OpenTimes {
  private readonly days = new Map<number, readonly Opening[]>();
  private readonly blocks = new Map<number, number>();

  constructor(
    private readonly hours: WeeklyHours,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** The openings that begin on the local day of this number. */
  on(day: number): readonly Opening[] {
    let openings = this.days.get(day);
    if (!openings) {
      if (this.days.size >= MAX_REMEMBERED) this.days.clear();
      this.days.set(day, (openings = this.openingsOf(day)));
    }
    return openings;
  }

  /** Open milliseconds of all openings that begin in the 32 days of this block; block b begins with day 32 b. */
  ofBlock(block: number): number {
    let sum = this.blocks.get(block);
    if (sum === undefined) {
      sum = 0;
      for (let day = block * BLOCK; day < (block + 1) * BLOCK; day += 1)
        for (const { from, to } of this.on(day)) sum += to - from;
      if (this.blocks.size >= MAX_REMEMBERED) this.blocks.clear();
      this.blocks.set(block, sum);
    }
    return sum;
  }

  private openingsOf(day: number): Opening[] {
    const nightBefore = this.windowsOf(day - 1).at(-1);
    const taken = nightBefore ? this.opening(day - 1, nightBefore).to : -Infinity;
    return this.windowsOf(day)
      .map((window) => this.opening(day, window))
      .map(({ from, to }) => ({ from: Math.max(from, taken), to }))
      .filter(({ from, to }) => from < to);
  }

  private opening(day: number, window: ClockWindow): Opening {
    const [from, to] = [minutesOf(window.from), minutesOf(window.to)];
    const zone = this.calendar.timeZone;
    const close = to > from ? instantOf(day, to, zone) : instantOf(day + 1, to, zone);
    return { from: instantOf(day, from, zone), to: close };
  }

  private windowsOf(day: number): readonly ClockWindow[] {
    const { weekdays, holidays, makeUpDays, dates } = this.hours;
    const date = dayOf(day);
    const own = Object.hasOwn(dates, date) ? dates[date] : undefined;
    if (own) return own;
    const usual = weekdays[weekdayOf(day)];
    const { kind } = dayByNumber(day, this.calendar);
    if (kind === 'HOLIDAY') return holidays === 'CLOSED' ? [] : holidays === 'AS_WEEKDAY' ? usual : holidays;
    if (kind === 'MAKE_UP') return makeUpDays === 'AS_WEEKDAY' ? usual : makeUpDays;
    return usual;
  }
}

const remembered = new WeakMap<WeeklyHours, WeakMap<WorkingCalendar, OpenTimes>>();

/** The open times of hours in a calendar; both are taken as unchangeable, and the answer is kept with them. */
export function openTimes(hours: WeeklyHours, calendar: WorkingCalendar): OpenTimes {
  let byCalendar = remembered.get(hours);
  if (!byCalendar) remembered.set(hours, (byCalendar = new WeakMap()));
  let times = byCalendar.get(calendar);
  if (!times) byCalendar.set(calendar, (times = new OpenTimes(hours, calendar)));
  return times;
}
