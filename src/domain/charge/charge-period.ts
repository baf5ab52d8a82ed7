import { addCalendarMonths, addDays } from '../calendar/calendar-day.js';
import { invalidInput, ruleRefused } from '../errors.js';

/** The days that a charge is for, half-open. */
export interface ChargePeriod {
  readonly fromDay: string;
  readonly untilDay: string;
}

/** The period of a charge for something that happens on one day. */
export const singleDay = (day: string): ChargePeriod => ({ fromDay: day, untilDay: addDays(day, 1) });

/** The first day of the month of a day. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month after that of a day. */
export const nextMonthOf = (day: string): string => addCalendarMonths(monthOf(day), 1);

/**
 * Lets a period pass that lies in one calendar month, so that collection by month has a meaning.
 * @rule D-21
 * @throws INVALID_INPUT when it ends before it begins
 * @throws RULE_REFUSED D-21 when it reaches into another month
 */
export function assertWithinMonth({ fromDay, untilDay }: ChargePeriod, path: string): void {
  if (untilDay <= fromDay) throw invalidInput(path, 'must lie after fromDay');
  const latest = nextMonthOf(fromDay);
  if (untilDay > latest)
    throw ruleRefused('D-21', 'A charge covers at most one calendar month.', { fromDay, untilDay, latest });
}
