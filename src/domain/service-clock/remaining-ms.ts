/** What of a clock says how much time remains. */
interface Remaining {
  readonly endedAt: Date | null;
  readonly dueAt: Date;
  readonly pausedUntil: Date | null;
}

/**
 * Milliseconds from an instant until a clock is due, below 0 once that has passed; of one that stands still, from when it
 * runs again. Null once it has ended.
 */
export const remainingMs = ({ endedAt, dueAt, pausedUntil }: Remaining, now: Date): number | null =>
  endedAt === null ? dueAt.getTime() - Math.max(now.getTime(), pausedUntil?.getTime() ?? 0) : null;
