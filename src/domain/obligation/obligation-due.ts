import { invalidInput } from '../errors.js';

const DAY_MS = 86_400_000;
/** Nobody owes anything further ahead by name. */
const DAYS_AHEAD = 732;

/** @throws INVALID_INPUT with the path when an obligation would be due at once or before, or in more than two years */
export function assertDueAhead(path: string, dueAt: Date, now: Date): void {
  if (dueAt.getTime() <= now.getTime()) throw invalidInput(path, 'must lie in the future');
  if (dueAt.getTime() > now.getTime() + DAYS_AHEAD * DAY_MS)
    throw invalidInput(path, `must not lie more than ${DAYS_AHEAD} days ahead`, { max: DAYS_AHEAD });
}
