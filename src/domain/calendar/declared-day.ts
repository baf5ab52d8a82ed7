import { invalidInput } from '../errors.js';
import { assertPlausibleDay } from '../place/plausible-day.js';
import { dayNumber, type LocalDate } from './calendar-day.js';

/**
 * A day is declared today or ahead, never in the past: limits that have run over it stay as they were measured.
 * @rule R-MET-09
 * @throws INVALID_INPUT when it lies before today, implausibly far ahead, or is no day
 */
export function assertDeclarable(day: LocalDate, today: LocalDate, path = 'input.day'): void {
  dayNumber(day, path);
  if (day < today) throw invalidInput(path, 'must not lie in the past', { earliest: today });
  assertPlausibleDay(path, day, today);
}
