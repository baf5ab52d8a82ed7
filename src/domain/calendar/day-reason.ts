import type { WorkingCalendar } from './working-calendar.js';
import { dayInCalendar } from './working-calendar.js';
import { dayNumber, weekdayOf, type LocalDate } from './calendar-day.js';

/** Why a day counts as it does: the strongest word on it. */
export const DAY_REASONS = ['WEEKDAY', 'WEEKEND', 'STATUTORY_HOLIDAY', 'MAKE_UP_DAY', 'COMPANY', 'ESTATE'] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** A day of a calendar with its reason. */
export interface ExplainedDay {
  readonly day: LocalDate;
  readonly working: boolean;
  readonly reason: DayReason;
  /** False where the state's arrangement of that year is not known yet and weekdays are assumed. */
  readonly known: boolean;
  /** Of the holiday, make-up day or declared day; null on ordinary days. */
  readonly name: string | null;
  readonly nameZh: string | null;
}

/**
 * How a day counts in a calendar, and by whose word.
 * @rule Q-16
 */
export function explainDay(day: LocalDate, calendar: WorkingCalendar): ExplainedDay {
  const { working, kind, name, nameZh, setBy, basis } = dayInCalendar(day, calendar);
  const known = basis !== 'WEEKDAYS_ASSUMED';
  const ordinary = (): DayReason => (['SAT', 'SUN'].includes(weekdayOf(dayNumber(day))) ? 'WEEKEND' : 'WEEKDAY');
  const reason = setBy ?? (kind === 'HOLIDAY' ? 'STATUTORY_HOLIDAY' : kind === 'MAKE_UP' ? 'MAKE_UP_DAY' : ordinary());
  return { day, working, reason, known, name, nameZh };
}
