import { addCalendarMonths } from '../calendar/calendar-day.js';

/** Whether a deadline has passed by more than so many calendar months. @rule Q-12 @rule R-DUN-04 */
export const isBeyond = (dueDay: string, today: string, months: number): boolean =>
  today > addCalendarMonths(dueDay, months);
