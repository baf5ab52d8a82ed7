import { invalidInput } from '../errors.js';

/** A time that a wall clock shows, `HH:MM`; `24:00` is the end of the day. */
export type ClockTime = string;

export const MINUTES_A_DAY = 1440;
const FORM = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Minutes from midnight, 0 to 1440.
 * @throws INVALID_INPUT with the given path when it is no time of the form `HH:MM`
 */
export function minutesOf(time: ClockTime, path = 'time'): number {
  const match = FORM.exec(time);
  if (!match) throw invalidInput(path, 'must be a time of day such as 08:30');
  return match[1] === undefined ? MINUTES_A_DAY : Number(match[1]) * 60 + Number(match[2]);
}
