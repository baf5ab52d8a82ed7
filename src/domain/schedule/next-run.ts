import { dayNumberAt, instantOf } from '../calendar/local-instant.js';
import { minutesOf, type ClockTime } from '../calendar/clock-time.js';

/** When something comes round again, by the clocks on the wall. */
export interface Recurrence {
  /** Wall-clock time in the company's zone; a time that clocks skip is the moment of the change. */
  readonly at: ClockTime;
  /** Day of the week, 1 Monday to 7 Sunday; every day without. */
  readonly weekday?: number;
  /** Day of the month, 1 to 28: every month has it. */
  readonly dayOfMonth?: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The first run after an instant, in an IANA time zone. Runs are put off by up to `spread` minutes, as the seed says, so
 * that not all companies come at once; the same seed gives the same minute.
 */
export function nextRun(
  recurrence: Recurrence,
  timeZone: string,
  after: Date,
  { spread, seed }: { readonly spread: number; readonly seed: string },
): Date {
  const late = (hashOf(seed) % (spread + 1)) * MINUTE_MS;
  const minutes = minutesOf(recurrence.at);
  for (let day = dayNumberAt(after.getTime(), timeZone) - 1; ; day += 1) {
    const run = instantOf(day, minutes, timeZone) + late;
    if (run > after.getTime() && fits(recurrence, day)) return new Date(run);
  }
}

function fits({ weekday, dayOfMonth }: Recurrence, day: number): boolean {
  const date = new Date(day * DAY_MS);
  if (weekday !== undefined && (date.getUTCDay() || 7) !== weekday) return false;
  return dayOfMonth === undefined || date.getUTCDate() === dayOfMonth;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
