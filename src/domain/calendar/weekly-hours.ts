import { invalidInput } from '../errors.js';
import { WEEKDAYS, dayNumber, type LocalDate, type Weekday } from './calendar-day.js';
import { MINUTES_A_DAY, minutesOf, type ClockTime } from './clock-time.js';
import { listOf, members } from './json-shape.js';

/** From a time up to, not including, another; one that ends earlier than it begins ends on the next day. */
export interface ClockWindow {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/**
 * Windows for each weekday: desk hours, or hours in which something is not done. A window belongs to the day on which
 * it begins: Sunday's night shift ends on Monday morning, also when Monday is a holiday. Where a night window runs into
 * the first window of the day after, the two are one.
 */
export interface WeeklyHours {
  readonly weekdays: Readonly<Record<Weekday, readonly ClockWindow[]>>;
  /** On holidays and days declared not working; weekends that are just weekends follow their weekday. */
  readonly holidays: 'CLOSED' | 'AS_WEEKDAY' | readonly ClockWindow[];
  /** On Saturdays and Sundays that are working days. */
  readonly makeUpDays: 'AS_WEEKDAY' | readonly ClockWindow[];
  /** Dated days with hours of their own, before everything else; an empty list closes the day. */
  readonly dates: Readonly<Record<LocalDate, readonly ClockWindow[]>>;
}

const MAX_WINDOWS = 12;
const MAX_DATES = 400;

/**
 * Weekly hours from JSON; `dates` may be left out. The result is frozen.
 * @rule D-08
 * @throws INVALID_INPUT with the path of the window that is none, overlaps another, or runs into the next weekday's
 */
export function parseWeeklyHours(path: string, json: unknown): WeeklyHours {
  const given = members(path, json, ['weekdays', 'holidays', 'makeUpDays'], ['dates']);
  const byWeekday = members(`${path}.weekdays`, given['weekdays'], WEEKDAYS);
  const weekdays = Object.fromEntries(
    WEEKDAYS.map((weekday) => [weekday, parseWindows(`${path}.weekdays.${weekday}`, byWeekday[weekday])]),
  ) as Record<Weekday, readonly ClockWindow[]>;
  WEEKDAYS.forEach((weekday, i) => assertNoSpill(path, weekday, WEEKDAYS[(i + 1) % 7] ?? 'MON', weekdays));
  const { holidays, makeUpDays } = given;
  return Object.freeze({
    weekdays: Object.freeze(weekdays),
    holidays:
      holidays === 'CLOSED' || holidays === 'AS_WEEKDAY' ? holidays : parseWindows(`${path}.holidays`, holidays),
    makeUpDays: makeUpDays === 'AS_WEEKDAY' ? makeUpDays : parseWindows(`${path}.makeUpDays`, makeUpDays),
    dates: Object.freeze(parseDates(`${path}.dates`, given['dates'] ?? {})),
  });
}

/**
 * The windows of one day, in order, apart from each other; only the last may run over midnight. Frozen.
 * @throws INVALID_INPUT with the window's path
 */
export function parseWindows(path: string, json: unknown): readonly ClockWindow[] {
  let end = 0;
  const windows = listOf(path, json, 0, MAX_WINDOWS).map((each, i) => {
    const at = `${path}.${i}`;
    const window = members(at, each, ['from', 'to']);
    const [from, to] = [timeAt(`${at}.from`, window['from']), timeAt(`${at}.to`, window['to'])];
    if (from.minutes === MINUTES_A_DAY) throw invalidInput(`${at}.from`, 'must lie before 24:00');
    if (from.minutes === to.minutes) throw invalidInput(at, 'must not be empty; the whole day is 00:00 to 24:00');
    if (from.minutes < end) throw invalidInput(at, 'must begin after the window before has ended');
    end = to.minutes > from.minutes ? to.minutes : to.minutes + MINUTES_A_DAY;
    return Object.freeze({ from: from.time, to: to.time });
  });
  return Object.freeze(windows);
}

/** The same windows on every day, holidays too; frozen. */
export const everyDay = (windows: readonly ClockWindow[]): WeeklyHours =>
  parseWeeklyHours('hours', {
    weekdays: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, windows])),
    holidays: 'AS_WEEKDAY',
    makeUpDays: 'AS_WEEKDAY',
  });

function timeAt(path: string, json: unknown): { time: ClockTime; minutes: number } {
  const time = typeof json === 'string' ? json : '';
  return { time, minutes: minutesOf(time, path) };
}

function parseDates(path: string, json: unknown): Record<LocalDate, readonly ClockWindow[]> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw invalidInput(path, 'must be an object');
  const entries = Object.entries(json);
  if (entries.length > MAX_DATES) throw invalidInput(path, `must have at most ${MAX_DATES} days`);
  return Object.fromEntries(
    entries.map(([day, windows]) => {
      dayNumber(day, path);
      return [day, parseWindows(`${path}.${day}`, windows)];
    }),
  );
}

function assertNoSpill(path: string, day: Weekday, next: Weekday, hours: WeeklyHours['weekdays']): void {
  const [last, first] = [hours[day].at(-1), hours[next][0]];
  if (!last || !first || minutesOf(last.to) > minutesOf(last.from)) return;
  if (minutesOf(last.to) > minutesOf(first.from))
    throw invalidInput(`${path}.weekdays.${day}`, `runs into the first window of ${next}`);
}
