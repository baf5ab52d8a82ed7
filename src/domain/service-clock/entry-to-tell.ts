import type { ClockEntry } from './clock-ledger.js';
import type { ClockReading } from './read-clock.js';

/**
 * What a clock's ledger gains when it is told: the breach, or else the warning; null when there is nothing to enter.
 * @rule R-MET-05
 */
export function entryToTell(reading: ClockReading, recordedAt: Date): ClockEntry | null {
  const { state, announced, warnedAt, warnAt, dueAt } = reading;
  if (state === 'BREACHED') return announced ? null : { kind: 'BREACH', at: dueAt, recordedAt };
  return state === 'RUNNING' && warnedAt === null && warnAt <= recordedAt
    ? { kind: 'WARN', at: warnAt, recordedAt }
    : null;
}
