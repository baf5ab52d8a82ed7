import { invalidInput, ruleRefused } from '../errors.js';
import type { ClockDefinition } from './clock-definition.js';
import type { ClockEntry, PauseEntry } from './clock-ledger.js';
import type { PauseReason } from './pause-reason.js';
import { pausesOf, type ClockReading } from './read-clock.js';

/** A clock that somebody wants to stand still, or to run again, as it is now. */
export interface PausableClock {
  readonly ledger: readonly ClockEntry[];
  readonly reading: ClockReading;
  readonly definition: Pick<ClockDefinition, 'pauses' | 'milestone'>;
}

/** What somebody wants. */
interface PauseWish {
  readonly reason: PauseReason;
  readonly at: Date;
  /** When it is to run again by itself; null: when it has stood still for as long as it may. */
  readonly until: Date | null;
}

const MINUTE_MS = 60_000;

/**
 * Lets a pause pass that the clock takes: it runs, its limit has not passed, and its milestone stands still for the reason.
 * @rule D-05
 * @throws RULE_REFUSED D-05 with the `state`, or the reasons that are `allowed`
 */
export function assertMayStandStill(
  { reading: { state }, definition: { pauses, milestone } }: Pick<PausableClock, 'reading' | 'definition'>,
  reason: PauseReason,
): void {
  if (state !== 'RUNNING')
    throw ruleRefused('D-05', 'Only a clock that runs and has not passed its limit is paused.', { state });
  if (!pauses.includes(reason))
    throw ruleRefused('D-05', 'The clock does not stand still for this reason.', {
      reason,
      milestone,
      allowed: [...pauses],
    });
}

/**
 * The entry with which a clock stands still. It runs, its limit has not passed, its milestone takes the reason, and all
 * pauses for this reason together stay within the cap; what is entered later takes no passed limit back.
 * @param capMinutes how long it may stand still for this reason without an approval
 * @rule D-05 @rule D-27
 * @throws RULE_REFUSED D-05, with the `state`, the reasons that are `allowed`, or the `latest` instant within the cap
 * @throws INVALID_INPUT when it would begin before the clock, or end before it begins
 */
export function pauseEntry(
  { ledger, reading, definition }: PausableClock,
  { reason, at, until }: PauseWish,
  capMinutes: number,
  now: Date,
): PauseEntry {
  assertMayStandStill({ reading, definition }, reason);
  const { startedAt } = reading;
  if (at < startedAt)
    throw invalidInput('input.occurredAt', 'lies before the clock began', { earliest: startedAt.toISOString() });
  if (until !== null && until <= at) throw invalidInput('input.until', 'must lie behind the beginning of the pause');
  const latest = new Date(at.getTime() + leftMs(ledger, reason, capMinutes));
  if (latest <= at || (until !== null && until > latest))
    throw ruleRefused('D-05', 'Without an approval a clock does not stand still for so long.', {
      reason,
      capMinutes,
      latest: latest > at ? latest.toISOString() : null,
    });
  return { kind: 'PAUSE', at, recordedAt: now, reason, until: until ?? latest };
}

/**
 * The entry with which a clock that stands still runs again, a millisecond after it stood still at the earliest.
 * @rule D-05
 * @throws RULE_REFUSED D-05 when it does not stand still
 * @throws INVALID_INPUT when it would run again before it stood still
 */
export function resumeEntry({ reading }: PausableClock, at: Date, now: Date): ClockEntry {
  const { state, pause } = reading;
  if (pause === null) throw ruleRefused('D-05', 'Only a clock that stands still is resumed.', { state });
  if (at < pause.since)
    throw invalidInput('input.occurredAt', 'lies before the pause', { earliest: pause.since.toISOString() });
  const behind = new Date(Math.max(at.getTime(), pause.since.getTime() + 1));
  return { kind: 'RESUME', at: behind, recordedAt: now };
}

/**
 * The entries with which a clock stands still until an instant that somebody else has allowed, from now or from a moment
 * ago; a pause for the same reason is taken over. None where the clock has ended, its limit has passed, it stands still
 * for another reason, or it never does for this one.
 * @rule D-05
 */
export function standStillEntries(
  { reading, definition }: PausableClock,
  { reason, at, until }: PauseWish & { readonly until: Date },
  now: Date,
): ClockEntry[] {
  const { state, startedAt, pause } = reading;
  if (!definition.pauses.includes(reason) || (state !== 'RUNNING' && pause?.reason !== reason)) return [];
  const from = new Date(Math.max(at.getTime(), startedAt.getTime(), pause ? pause.since.getTime() + 2 : 0));
  if (until <= from || pause?.until.getTime() === until.getTime()) return [];
  const entry: PauseEntry = { kind: 'PAUSE', at: from, recordedAt: now, reason, until };
  return pause ? [{ kind: 'RESUME', at: new Date(from.getTime() - 1), recordedAt: now }, entry] : [entry];
}

/** How long a clock may still stand for a reason. */
function leftMs(ledger: readonly ClockEntry[], reason: PauseReason, capMinutes: number): number {
  const used = pausesOf(ledger).reduce((sum, each) => (each.reason === reason ? sum + each.to - each.from : sum), 0);
  return capMinutes * MINUTE_MS - used;
}
