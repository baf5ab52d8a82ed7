import { invalidInput } from '../errors.js';

const FIRST = '1900-01-01';
const LAST = '2199-12-31';
/** No lease and no plan of an estate runs longer. */
const YEARS_AHEAD = 30;

/**
 * Refuses days that no record of an estate can mean: before 1900 or after 2199.
 * @throws INVALID_INPUT with the field's path
 */
export function assertDay(path: string, day: string): void {
  if (day < FIRST || day > LAST) throw invalidInput(path, `must lie between ${FIRST} and ${LAST}`);
}

/**
 * Refuses days that cannot have been yet.
 * @throws INVALID_INPUT with the field's path
 */
export function assertPastDay(path: string, day: string, today: string): void {
  assertDay(path, day);
  if (day > today) throw invalidInput(path, 'must not lie ahead');
}

/**
 * Refuses days that nobody records or plans: before 1900, or more than thirty years after today.
 * @throws INVALID_INPUT with the field's path
 */
export function assertPlausibleDay(path: string, day: string, today: string): void {
  assertDay(path, day);
  const limit = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  if (day > limit) throw invalidInput(path, `must not lie more than ${YEARS_AHEAD} years ahead`);
}
