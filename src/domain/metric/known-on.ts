import { dayNumber, type LocalDate } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';

/**
 * A day of which figures can be asked as they were known then: one between the first record and the present day.
 * @param first the day on which the first figure became known; null where none has
 * @throws INVALID_INPUT with the path for what is no day, one to come, or one before all records
 */
export function assertKnownOn(day: LocalDate, first: LocalDate | null, today: LocalDate, path: string): void {
  dayNumber(day, path);
  if (day > today) throw invalidInput(path, 'lies in the future');
  if (day < (first ?? today)) throw invalidInput(path, 'lies before the first record');
}
