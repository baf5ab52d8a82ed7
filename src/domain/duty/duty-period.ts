import { invalidInput } from '../errors.js';

/** When somebody is on duty, half-open: `untilAt` is the first instant that no longer belongs to it. */
export interface DutyPeriod {
  readonly fromAt: Date;
  readonly untilAt: Date;
}

const DAY_MS = 86_400_000;
/** A shift, a night, a week on call: a month at most. */
const LONGEST_DAYS = 31;
/** Rosters are entered late, but not for ever. */
const DAYS_BACK = 31;
/** Rosters are planned for a year at most. */
const DAYS_AHEAD = 366;

/** Whether somebody with this duty is on duty at an instant. */
export const isOnDuty = ({ fromAt, untilAt }: DutyPeriod, at: Date): boolean => fromAt <= at && at < untilAt;

/** Whether two duties share an instant; those that only touch do not, and one that was called off shares none. */
export const dutiesOverlap = (a: DutyPeriod, b: DutyPeriod): boolean =>
  a.fromAt < b.untilAt && b.fromAt < a.untilAt && a.fromAt < a.untilAt && b.fromAt < b.untilAt;

/**
 * Refuses what no roster means. A duty may run over midnight and over the change of a year.
 * @throws INVALID_INPUT with the field's path when it ends before it begins, lasts longer than 31 days, begins more
 * than 31 days ago or more than 366 days ahead
 */
export function assertDutyPeriod({ fromAt, untilAt }: DutyPeriod, now: Date): void {
  const days = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / DAY_MS;
  if (untilAt <= fromAt) throw invalidInput('input.untilAt', 'must lie after fromAt');
  if (days(fromAt, untilAt) > LONGEST_DAYS)
    throw invalidInput('input.untilAt', `a duty lasts at most ${LONGEST_DAYS} days`, { max: LONGEST_DAYS });
  if (days(fromAt, now) > DAYS_BACK)
    throw invalidInput('input.fromAt', `must not lie more than ${DAYS_BACK} days back`, { max: DAYS_BACK });
  if (days(now, fromAt) > DAYS_AHEAD)
    throw invalidInput('input.fromAt', `must not lie more than ${DAYS_AHEAD} days ahead`, { max: DAYS_AHEAD });
}
