import { invalidInput, ruleRefused } from '../errors.js';
import type { PolicyValue } from '../policy/policies.js';
import { isQuietFor, type VisitMode } from './visit-mode.js';

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 92;

/** A visit that somebody wants to agree. */
interface Planned {
  readonly at: Date;
  readonly mode: VisitMode;
}

/**
 * Refuses to agree a time at which customers are left in peace, that has passed, or that lies further ahead than a quarter.
 * @rule R-VIS-10 @rule R-VIS-11 @rule D-03
 * @throws INVALID_INPUT for a time that is not ahead, or too far
 * @throws RULE_REFUSED R-VIS-11 in quiet hours of a home visit or a telephone call
 */
export function assertAppointment(
  { at, mode }: Planned,
  now: Date,
  timeZone: string,
  quietHours: PolicyValue<'P-02'>,
): void {
  if (at.getTime() <= now.getTime()) throw invalidInput('input.at', 'must lie in the future');
  if (at.getTime() > now.getTime() + DAYS_AHEAD * DAY_MS)
    throw invalidInput('input.at', `must not lie more than ${DAYS_AHEAD} days ahead`, { max: DAYS_AHEAD });
  if (isQuietFor(at, mode, timeZone, quietHours))
    throw ruleRefused('R-VIS-11', 'Customers are left in peace then.', { at: at.toISOString(), mode });
}
