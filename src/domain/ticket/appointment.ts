import { touchesQuietHours } from '../callback/quiet-hours.js';
import { invalidInput, ruleRefused } from '../errors.js';
import type { PolicyValue } from '../policy/policies.js';

/**
 * Why the technician comes at another time than at once: too few of them, the customer out, the customer's wish, or work
 * that was left unfinished. @rule R-RPR-10
 */
export const SCHEDULE_REASONS = ['TECHNICIANS_SHORT', 'CUSTOMER_OUT', 'CUSTOMER_WISH', 'CONTINUATION'] as const;
export type ScheduleReason = (typeof SCHEDULE_REASONS)[number];

/** Between when the technician comes, as agreed with the customer; half-open. */
export interface Appointment {
  readonly from: Date;
  readonly until: Date;
}

const HOUR_MS = 3_600_000;
/** Nobody waits longer for a technician than half a day. */
const LONGEST_HOURS = 12;
const MOST_DAYS_AHEAD = 180;

/**
 * Lets an appointment pass that can be kept: it lies ahead, and is a stretch of at most half a day.
 * @throws INVALID_INPUT with the field's path
 */
export function assertAppointment({ from, until }: Appointment, agreedAt: Date): void {
  if (from.getTime() <= agreedAt.getTime()) throw invalidInput('input.from', 'must lie after it was agreed');
  if (from.getTime() > agreedAt.getTime() + MOST_DAYS_AHEAD * 24 * HOUR_MS)
    throw invalidInput('input.from', `must not lie more than ${MOST_DAYS_AHEAD} days ahead`, { max: MOST_DAYS_AHEAD });
  if (until.getTime() <= from.getTime()) throw invalidInput('input.until', 'must lie after input.from');
  if (until.getTime() > from.getTime() + LONGEST_HOURS * HOUR_MS)
    throw invalidInput('input.until', `must lie within ${LONGEST_HOURS} hours of input.from`, { max: LONGEST_HOURS });
}

/**
 * A visit to a home is not planned into the hours in which customers are left in peace, not even with a part of it.
 * @rule D-03 @rule P-02
 * @throws RULE_REFUSED D-03
 */
export function assertNotQuiet({ from, until }: Appointment, timeZone: string, policy: PolicyValue<'P-02'>): void {
  if (touchesQuietHours(from, until, 'HOME_VISIT', timeZone, policy))
    throw ruleRefused('D-03', 'No visit to a home is planned in quiet hours.', {
      from: from.toISOString(),
      until: until.toISOString(),
    });
}
