import { conflict } from '../errors.js';

/**
 * How an obligation stands. OPEN: not due yet. MISSED: the due instant passed and it is still owed. FULFILLED in time or
 * FULFILLED_LATE. WAIVED by somebody else than its owner. LAPSED: what it was owed for is gone.
 */
export const OBLIGATION_STATES = ['OPEN', 'MISSED', 'FULFILLED', 'FULFILLED_LATE', 'WAIVED', 'LAPSED'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** Whether it is still owed. */
export const isOwed = (state: ObligationState): boolean => state === 'OPEN' || state === 'MISSED';

/**
 * How it stands once it was done: in time up to and including the due instant, by the instant at which it was done and
 * not at which that was entered.
 */
export const fulfilledState = (doneAt: Date, dueAt: Date): 'FULFILLED' | 'FULFILLED_LATE' =>
  doneAt.getTime() <= dueAt.getTime() ? 'FULFILLED' : 'FULFILLED_LATE';

/** Whether it is missed: nobody has done it, and the due instant has come. */
export const isMissed = (state: ObligationState, dueAt: Date, now: Date): boolean =>
  state === 'OPEN' && now.getTime() >= dueAt.getTime();

/** @throws CONFLICT when it is no longer owed; carries the `state` */
export function assertOwed(state: ObligationState): void {
  if (!isOwed(state)) throw conflict('The obligation is settled already.', { what: 'obligation', state });
}
