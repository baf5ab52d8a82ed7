import { invalidInput } from '../errors.js';

/** A day of the calendar without zone, `YYYY-MM-DD`. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Days from 1 January 1970, so that days can be counted with.
 * @throws INVALID_INPUT with the given path when no calendar has such a day (30 February)
 */
export function dayNumber(day: LocalDate, path = 'day'): number {
  const [, year, month, date] = FORM.exec(day) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    throw invalidInput(path, 'must be a day of the calendar such as 2026-02-28');
  return at / DAY_MS;
}

/** The day that lies so many days after 1 January 1970. */
export const dayOf = (number: number): LocalDate => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The day of the week of a day number. */
export const weekdayOf = (number: number): Weekday => WEEKDAYS[(((number + 3) % 7) + 7) % 7] ?? 'MON';

/** The day so many days later, or earlier when negative. */
export const addDays = (day: LocalDate, days: number): LocalDate => dayOf(dayNumber(day) + days);

/**
 * The same day of the month so many months later (earlier when negative), or the last day of that month where it is
 * shorter: 31 January and one month is 28 or 29 February.
 * @rule R-MET-10
 */
export function addCalendarMonths(day: LocalDate, months: number): LocalDate {
  const from = new Date(dayNumber(day) * DAY_MS);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return dayOf(first / DAY_MS + Math.min(from.getUTCDate(), length) - 1);
}
