import { addCalendarMonths, addDays, dayNumber, type LocalDate } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';

/** Days from the first on, and until before the last. */
export interface DayPeriod {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

const MOST_DAYS = 1_100;

/**
 * What a period is compared with: of whole calendar months as many months before, otherwise as many days before.
 * @rule D-24 @rule R-MET-02
 * @throws INVALID_INPUT with the field's path for a period that is none, or longer than three years
 */
export function periodBefore({ from, until }: DayPeriod): DayPeriod {
  const days = dayNumber(until, 'filter.until') - dayNumber(from, 'filter.from');
  if (days <= 0) throw invalidInput('filter.until', 'must lie after filter.from');
  if (days > MOST_DAYS) throw invalidInput('filter.until', `must lie at most ${MOST_DAYS} days after filter.from`);
  if (!from.endsWith('-01') || !until.endsWith('-01')) return { from: addDays(from, -days), until: from };
  return { from: addCalendarMonths(from, -monthsBetween(from, until)), until: from };
}

const monthsBetween = (from: LocalDate, until: LocalDate): number =>
  (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
