import { invalidInput, ruleRefused } from '../errors.js';
import { localDay } from '../place/local-day.js';
import { dayNumber, dayOf, type LocalDate } from './calendar-day.js';
import { deadlineOfLocalDay } from './local-instant.js';
import { dayByNumber, type CalendarBasis, type WorkingCalendar } from './working-calendar.js';

/** The longest limit in working days: about eight years, more than any rule asks. */
const MAX_WORKING_DAYS = 2_000;
/** Calendar days looked through for them: ten years beyond what weekdays need. */
const MAX_LOOKED_THROUGH = 6_500;
/** The widest span that working days are counted in: two hundred years. */
const MAX_SPAN = 73_050;

/**
 * The day on which `n` working days have passed: the given day is day 0, working or not; then only working days count.
 * `basis` is `WEEKDAYS_ASSUMED` as soon as one day looked at was assumed.
 * @rule R-MET-10
 * @throws INVALID_INPUT when n is not a whole number from 0 to 2,000
 * @throws RULE_REFUSED when declared days leave too few working days in the years after
 */
export function workingDaysAfter(
  day: LocalDate,
  n: number,
  calendar: WorkingCalendar,
): { readonly day: LocalDate; readonly basis: CalendarBasis } {
  if (!Number.isInteger(n) || n < 0 || n > MAX_WORKING_DAYS)
    throw invalidInput('n', `must be a whole number from 0 to ${MAX_WORKING_DAYS}`);
  const from = dayNumber(day);
  let basis = firmBasis(calendar);
  let at = from;
  for (let left = n; left > 0;) {
    at += 1;
    if (at - from > MAX_LOOKED_THROUGH)
      throw ruleRefused('R-MET-10', 'The calendar has too few working days.', { day });
    const found = dayByNumber(at, calendar);
    if (found.basis === 'WEEKDAYS_ASSUMED') basis = found.basis;
    if (found.working) left -= 1;
  }
  return { day: dayOf(at), basis };
}

/**
 * Working days after `from` up to and including `to`: what `workingDaysAfter` needs to come from one to the other.
 * Negative when `to` lies before `from`.
 * @throws INVALID_INPUT when the two lie more than 200 years apart
 */
export function workingDaysBetween(
  from: LocalDate,
  to: LocalDate,
  calendar: WorkingCalendar,
): { readonly days: number; readonly basis: CalendarBasis } {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (Math.abs(last - first) > MAX_SPAN) throw invalidInput('to', 'lies too far from the first day');
  let basis = firmBasis(calendar);
  let days = 0;
  for (let at = Math.min(first, last) + 1; at <= Math.max(first, last); at += 1) {
    const found = dayByNumber(at, calendar);
    if (found.basis === 'WEEKDAYS_ASSUMED') basis = found.basis;
    if (found.working) days += 1;
  }
  return { days: last < first ? 0 - days : days, basis };
}

/**
 * The deadline of a limit in working days that starts at an instant: the end of working day n after its local day, as
 * an instant that still attains.
 * @rule R-MET-05, R-MET-10
 */
export function workingDayDeadline(
  start: Date,
  n: number,
  calendar: WorkingCalendar,
): { readonly deadline: Date; readonly basis: CalendarBasis } {
  const { day, basis } = workingDaysAfter(localDay(start, calendar.timeZone), n, calendar);
  return { deadline: deadlineOfLocalDay(day, calendar.timeZone), basis };
}

const firmBasis = (calendar: WorkingCalendar): CalendarBasis => (calendar.region === 'CN' ? 'STATUTORY' : 'WEEKDAYS');
