import type { ClockReading } from './read-clock.js';

/**
 * When a clock has something to tell next: that a pause is over by itself, that four fifths of the limit have passed,
 * that all of it has. The limit's last instant attains, so a breach is told a millisecond after it. Null when nothing is
 * to be told any more.
 * @rule R-MET-05
 */
export function nextInstant(reading: ClockReading, now: Date): Date | null {
  const { state, endedAt, pause, warnedAt, warnAt, dueAt, announced } = reading;
  const breachAt = new Date(dueAt.getTime() + 1);
  if (state === 'BREACHED') return announced ? null : breachAt;
  if (endedAt !== null) return null;
  if (pause !== null) return pause.until;
  return warnedAt === null && now < breachAt ? warnAt : breachAt;
}
