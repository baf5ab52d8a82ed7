import { assertDueAhead } from '../obligation/obligation-due.js';

const MINUTE_MS = 60_000;

/**
 * Until when the developer's part may pause the clocks of an order: to the time that it is promised for, and never longer
 * than the cap from the day on which it was first passed on. What comes later is late for the customer, whoever's fault.
 * @rule D-05
 * @throws INVALID_INPUT when the promise does not lie ahead
 */
export function pausedUntil(at: Date, promisedAt: Date, capMinutes: number, first: Date = at): Date {
  assertDueAhead('input.dueAt', promisedAt, at);
  const cap = first.getTime() + capMinutes * MINUTE_MS;
  return new Date(Math.max(at.getTime(), Math.min(promisedAt.getTime(), cap)));
}
