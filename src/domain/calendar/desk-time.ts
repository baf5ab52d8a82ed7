import { invalidInput } from '../errors.js';
import { dayNumberAt } from './local-instant.js';
import { BLOCK, openTimes, type Opening } from './open-times.js';
import type { WeeklyHours } from './weekly-hours.js';
import type { WorkingCalendar } from './working-calendar.js';

const MINUTE_MS = 60_000;
/** How far ahead an opening or a deadline is looked for: about ten years. */
const DAYS_AHEAD = 3_660;

/**
 * Whether an instant lies in the hours: the opening minute does, the closing one does not. Hours are windows of any
 * meaning; quiet hours are asked with the same function.
 * @rule D-03, D-08
 */
export const withinDeskHours = (instant: Date, hours: WeeklyHours, calendar: WorkingCalendar): boolean =>
  openingAt(instant.getTime(), hours, calendar) !== null;

/** The first instant not before this one that lies in the hours; null when none does within ten years. */
export function nextDeskOpening(instant: Date, hours: WeeklyHours, calendar: WorkingCalendar): Date | null {
  const at = instant.getTime();
  for (const { from } of openingsAfter(at, hours, calendar)) return new Date(Math.max(from, at));
  return null;
}

/**
 * The first instant not before this one that lies outside the hours, openings without a gap taken as one; null when
 * none does within ten years. Of quiet hours: when talking is free again.
 */
export function nextDeskClosing(instant: Date, hours: WeeklyHours, calendar: WorkingCalendar): Date | null {
  let at = instant.getTime();
  for (const { from, to } of openingsAfter(at, hours, calendar)) {
    if (from > at) return new Date(at);
    at = to;
  }
  return openingAt(at, hours, calendar) === null ? new Date(at) : null;
}

/**
 * The earliest instant, not before the start, by which so many minutes of the hours have passed: a deadline that counts
 * only desk time. What ends with the shift is due when the shift ends, not when the next one begins; zero minutes are
 * due at once. Null when the hours do not give so much within ten years.
 *
 * Cost: at most one step for each of 115 blocks of 32 days and 64 single days, whatever the minutes; the open times
 * behind a step are worked out once a day for each pair of hours and calendar, so keep those two between calls.
 * @throws INVALID_INPUT when the minutes are negative or no number
 */
export function workingTimeAfter(
  start: Date,
  minutes: number,
  hours: WeeklyHours,
  calendar: WorkingCalendar,
): Date | null {
  if (!Number.isFinite(minutes) || minutes < 0) throw invalidInput('minutes', 'must be a number from 0');
  const at = start.getTime();
  const times = openTimes(hours, calendar);
  const first = dayNumberAt(at, calendar.timeZone) - 1;
  let left = Math.round(minutes * MINUTE_MS);
  if (left === 0) return new Date(at);
  for (let day = first; day <= first + DAYS_AHEAD;) {
    if (day > first + 1 && day % BLOCK === 0 && times.ofBlock(day / BLOCK) < left) {
      left -= times.ofBlock(day / BLOCK);
      day += BLOCK;
      continue;
    }
    for (const { from, to } of times.on(day)) {
      const open = to - Math.max(from, at);
      if (open >= left) return new Date(to - open + left);
      left -= Math.max(open, 0);
    }
    day += 1;
  }
  return null;
}

/**
 * Minutes of the hours between two instants, to the millisecond, not rounded; negative when the second lies before the
 * first.
 */
export function workingMinutesBetween(from: Date, to: Date, hours: WeeklyHours, calendar: WorkingCalendar): number {
  const [start, end] = [Math.min(from.getTime(), to.getTime()), Math.max(from.getTime(), to.getTime())];
  const times = openTimes(hours, calendar);
  const first = dayNumberAt(start, calendar.timeZone) - 1;
  const last = dayNumberAt(end, calendar.timeZone);
  let sum = 0;
  for (let day = first; day <= last;) {
    if (day > first + 1 && day % BLOCK === 0 && day + BLOCK < last) {
      sum += times.ofBlock(day / BLOCK);
      day += BLOCK;
      continue;
    }
    for (const opening of times.on(day)) sum += Math.max(0, Math.min(opening.to, end) - Math.max(opening.from, start));
    day += 1;
  }
  return (to < from ? 0 - sum : sum) / MINUTE_MS;
}

/** The openings that end after an instant, in order, for ten years. */
function* openingsAfter(instant: number, hours: WeeklyHours, calendar: WorkingCalendar): Generator<Opening> {
  const times = openTimes(hours, calendar);
  const first = dayNumberAt(instant, calendar.timeZone) - 1;
  for (let day = first; day <= first + DAYS_AHEAD; day += 1)
    for (const opening of times.on(day)) if (opening.to > instant) yield opening;
}

function openingAt(instant: number, hours: WeeklyHours, calendar: WorkingCalendar): Opening | null {
  const times = openTimes(hours, calendar);
  const day = dayNumberAt(instant, calendar.timeZone);
  const openings = [...times.on(day - 1), ...times.on(day)];
  return openings.find(({ from, to }) => from <= instant && instant < to) ?? null;
}
