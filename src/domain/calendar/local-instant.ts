import { instantsOf, zoneOffset } from './zone-offset.js';
import { dayNumber, type LocalDate } from './calendar-day.js';
import { minutesOf, type ClockTime } from './clock-time.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Days remembered a zone: decades; past it the memory starts anew, so that it stays bounded. */
const MAX_REMEMBERED = 20_000;
const startsByZone = new Map<string, Map<number, number>>();

/**
 * The instant of a local day and wall-clock time in an IANA zone: **the first instant at which the clock has reached
 * it**. So a time that clocks skip in spring is the moment of the change (02:30 in Berlin becomes 03:00), one that they
 * show twice in autumn is the first of the two, and a later time never gives an earlier instant. `24:00` is the start
 * of the next day.
 * @throws INVALID_INPUT when the day or the time is none
 */
export const localInstant = (day: LocalDate, time: ClockTime, timeZone: string): Date =>
  new Date(instantOf(dayNumber(day), minutesOf(time), timeZone));

/** The first instant of a local day; not always 00:00, since some zones put their clocks forward at midnight. */
export const startOfLocalDay = (day: LocalDate, timeZone: string): Date =>
  new Date(startOfDay(dayNumber(day), timeZone));

/**
 * The end of a local day: the first instant of the next one, which no longer belongs to it.
 * @rule R-MET-02
 */
export const endOfLocalDay = (day: LocalDate, timeZone: string): Date =>
  new Date(startOfDay(dayNumber(day) + 1, timeZone));

/**
 * The deadline "by the end of the day": its last millisecond, one before `endOfLocalDay`. What is done at the deadline
 * attains, as with every limit; the first instant of the next day does not. Compare in milliseconds.
 * @rule R-MET-05, R-MET-10
 */
export const deadlineOfLocalDay = (day: LocalDate, timeZone: string): Date =>
  new Date(startOfDay(dayNumber(day) + 1, timeZone) - 1);

/** As `localInstant`, in numbers: a day number and minutes from midnight give milliseconds of the epoch. */
export function instantOf(day: number, minutes: number, timeZone: string): number {
  const start = startOfDay(day, timeZone);
  const isPlain = startOfDay(day + 1, timeZone) - start === DAY_MS;
  return isPlain ? start + minutes * MINUTE_MS : firstShowing(day * DAY_MS + minutes * MINUTE_MS, timeZone);
}

/** As `startOfLocalDay`, in numbers; remembered a zone. */
function startOfDay(day: number, timeZone: string): number {
  let starts = startsByZone.get(timeZone);
  if (!starts) startsByZone.set(timeZone, (starts = new Map<number, number>()));
  let start = starts.get(day);
  if (start === undefined) {
    start = firstShowing(day * DAY_MS, timeZone);
    if (starts.size >= MAX_REMEMBERED) starts.clear();
    starts.set(day, start);
  }
  return start;
}

/** The day number of the local day that an instant lies in. */
export function dayNumberAt(instant: number, timeZone: string): number {
  let day = Math.floor(instant / DAY_MS);
  while (startOfDay(day, timeZone) > instant) day -= 1;
  while (startOfDay(day + 1, timeZone) <= instant) day += 1;
  return day;
}

/** The first instant at which clocks show a local time (given as if it were UTC) or, where they skip it, a later one. */
function firstShowing(local: number, timeZone: string): number {
  const [first] = instantsOf(local, timeZone);
  if (first !== undefined) return first;
  const offsets = [zoneOffset(local - DAY_MS, timeZone), zoneOffset(local + DAY_MS, timeZone)];
  let before = local - Math.max(...offsets) - 1;
  let after = local - Math.min(...offsets);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + zoneOffset(middle, timeZone) >= local) after = middle;
    else before = middle;
  }
  return after;
}
