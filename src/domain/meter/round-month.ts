import { invalidInput } from '../errors.js';
import { assertDay } from '../place/plausible-day.js';

/** @throws INVALID_INPUT with the path unless it is the first day of a month */
export function assertMonth(path: string, day: string): void {
  assertDay(path, day);
  if (!day.endsWith('-01')) throw invalidInput(path, 'must be the first day of a month');
}
