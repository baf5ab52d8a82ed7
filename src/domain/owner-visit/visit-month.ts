import { addCalendarMonths, addDays, type LocalDate } from '../calendar/calendar-day.js';
import { deadlineOfLocalDay } from '../calendar/local-instant.js';

/** The first day of the month that a day lies in. */
export const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;

/** Until when the households of a month are to be visited: its last day. @rule R-VIS-05 */
export const endOfMonth = (month: LocalDate, timeZone: string): Date =>
  deadlineOfLocalDay(addDays(addCalendarMonths(month, 1), -1), timeZone);

/** Until when the supervisor has the record of a visit: the end of the day after it. @rule R-VIS-17 @rule Q-06 */
export const recordDue = (visitDay: LocalDate, timeZone: string): Date =>
  deadlineOfLocalDay(addDays(visitDay, 1), timeZone);
