const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between attempts as Standard Webhooks proposes them, in milliseconds; the last one repeats. */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** How far a wait is spread around its length, so that receivers that come back are not hit by all at once. */
const JITTER = 0.1;
/** How long an endpoint may fail without a break before it is disabled, in milliseconds: five days. */
const PATIENCE = 5 * 24 * HOUR;

/**
 * How long to wait after the nth failure in a row, in milliseconds.
 * @param chance from 0 to 1: where in the spread the wait lies
 */
export function waitAfter(failures: number, chance: number): number {
  const wait = WAITS[Math.min(failures, WAITS.length) - 1] ?? 0;
  return Math.round(wait * (1 - JITTER + 2 * JITTER * chance));
}

/** Whether an endpoint that has failed since an instant has failed for too long. */
export const isHopeless = (failingSince: Date, now: Date): boolean =>
  now.getTime() - failingSince.getTime() >= PATIENCE;
