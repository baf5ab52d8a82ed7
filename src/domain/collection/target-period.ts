import { addCalendarMonths, dayNumber } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';

/** More months than a year are no period of a target. */
const MOST_MONTHS = 12;

/** Whole months, half-open. */
export interface MonthPeriod {
  readonly fromMonth: string;
  readonly untilMonth: string;
}

/**
 * Lets a period of whole months pass.
 * @throws INVALID_INPUT with the path for days that are no first of a month, an end before the beginning, and more than
 * `most` months
 */
export function assertMonths({ fromMonth, untilMonth }: MonthPeriod, path: string, most = MOST_MONTHS): void {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  for (const [name, day] of Object.entries({ fromMonth, untilMonth })) {
    dayNumber(day, at(name));
    if (!day.endsWith('-01')) throw invalidInput(at(name), 'must be the first day of a month');
  }
  if (untilMonth <= fromMonth) throw invalidInput(at('untilMonth'), 'must lie after fromMonth');
  const latest = addCalendarMonths(fromMonth, most);
  if (untilMonth > latest)
    throw invalidInput(at('untilMonth'), `must lie at most ${most} months after fromMonth`, { latest });
}
