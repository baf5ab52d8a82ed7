import { dayNumber } from '../calendar/calendar-day.js';
import type { ChargeKind } from '../charge/charge-kind.js';

/** What late payment costs, by contract; nothing while the rate is zero. @rule D-22 */
export interface LateFeeTerms {
  /** Ten-thousandths of what is open, for each day (万分之几). */
  readonly perDay: number;
  /** At most so many hundredths of what was billed. */
  readonly capPercent: number;
  /** Days after the deadline that cost nothing; passed, they count as well. */
  readonly graceDays: number;
}

/** A charge with what moved it, by day of the books. */
export interface LateCharge {
  readonly kind: ChargeKind;
  readonly dueDay: string;
  readonly bookedDay: string;
  readonly amountMinor: number;
  /** How entries moved what is open, in minor units. */
  readonly moves: readonly { readonly bookedDay: string; readonly minor: number }[];
}

/** What costs nothing when it is paid late: a late fee bears none itself, nor does a penalty. @rule D-22 */
const BEARS_NONE: readonly ChargeKind[] = ['LATE_FEE', 'PENALTY'];

/**
 * What lateness has cost of a charge up to the end of a day, in minor units, rounded half up once: for each day after the
 * deadline, a share of what was open at the end of it. It does not compound, and is capped.
 * @rule D-22
 */
export function lateFeeOf(
  { kind, dueDay, bookedDay, amountMinor, moves }: LateCharge,
  on: string,
  terms: LateFeeTerms,
): number {
  const { perDay, capPercent, graceDays } = terms;
  const [deadline, last] = [dayNumber(dueDay), dayNumber(on)];
  if (perDay === 0 || BEARS_NONE.includes(kind) || last - deadline <= graceDays) return 0;
  const changes = [
    { day: dayNumber(bookedDay), minor: amountMinor },
    ...moves.map((move) => ({ day: dayNumber(move.bookedDay), minor: move.minor })),
  ].sort((a, b) => a.day - b.day);
  let [open, from, weighed] = [0n, deadline + 1, 0n];
  for (const { day, minor } of [...changes, { day: last + 1, minor: 0 }]) {
    const until = Math.min(day, last + 1);
    if (until > from) {
      weighed += open * BigInt(until - from);
      from = until;
    }
    open += BigInt(minor);
  }
  const fee = Number((weighed * BigInt(perDay) + 5_000n) / 10_000n);
  return Math.min(fee, Math.floor((amountMinor * capPercent) / 100));
}
