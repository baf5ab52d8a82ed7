import { nextDeskClosing, nextDeskOpening } from '../calendar/desk-time.js';
import type { WeeklyHours } from '../calendar/weekly-hours.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** So long before the desk closes the sheet is filled in. */
const BEFORE_CLOSE_MS = 30 * 60_000;

/**
 * By when what was taken at an instant is on a sheet: half an hour before the desk closes; what is taken after that belongs
 * to the next shift. Null where the desk never closes.
 * @rule R-CSH-01 @rule D-20
 */
export function handoverDue(at: Date, hours: WeeklyHours, calendar: WorkingCalendar): Date | null {
  let from = at;
  for (;;) {
    const opening = nextDeskOpening(from, hours, calendar);
    const close = opening && nextDeskClosing(opening, hours, calendar);
    if (!close) return null;
    const due = new Date(close.getTime() - BEFORE_CLOSE_MS);
    if (due > at) return due;
    from = close;
  }
}
