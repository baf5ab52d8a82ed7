import { dayNumber } from '../calendar/calendar-day.js';
import type { HoldReason } from './meter-words.js';
import { countedBy, turnOf, type Register, type Shown } from './register.js';

/** More than so many times the usual is looked at by a person. */
export const USUAL_MULTIPLE = 3;
/** Up to so many thousandths nothing is out of the usual: five cubic metres or kilowatt-hours. */
const SMALL = 5_000;
/** An occupied unit uses something in so many days. */
const QUIET_DAYS = 28;
/** A register that goes back to zero had come so far. */
const NEAR_THE_END = 0.9;

/** What the neighbours of a reading showed. */
interface Neighbour extends Shown {
  readonly readOn: string;
}

/** What is known when a meter is read. */
export interface ReadingFacts {
  readonly register: Register;
  /** What it shows, in thousandths. */
  readonly valueMilli: number;
  readonly readOn: string;
  /** The last reading before that counts. */
  readonly before: Neighbour;
  /** The first one behind that counts, where it is entered late. */
  readonly after: Neighbour | null;
  /** Thousandths a day; null where nobody knows. */
  readonly usual: number | null;
  /** Whether somebody lives or works in the unit. */
  readonly occupied: boolean;
}

/** What a reading is taken for: how often the register has gone back to zero, and why a person looks at it first. */
export interface Judged {
  readonly turns: number;
  readonly reasons: readonly HoldReason[];
}

/**
 * Whether a reading is plausible. One that is not waits for a person: nothing is refused, because it may be true, and
 * nothing is billed by it, because it may not.
 * @rule R-FEE-07 @rule R-FEE-14
 */
export function judgeReading(facts: ReadingFacts): Judged {
  const { register, valueMilli, readOn, before, after, usual, occupied } = facts;
  const days = dayNumber(readOn) - dayNumber(before.readOn);
  const limit = usual === null ? null : Math.max(usual * days * USUAL_MULTIPLE, SMALL);
  const used = (turns: number) => countedBy(register, { valueMilli, turns }) - countedBy(register, before);
  if (valueMilli < before.valueMilli) {
    const turn = turnOf(register.digits);
    if (turn === null) return { turns: before.turns, reasons: ['BACKWARDS'] };
    const turns = before.turns + 1;
    if (limit !== null && used(turns) <= limit && !isBehind(register, { valueMilli, turns }, after))
      return { turns, reasons: [] };
    const reason = before.valueMilli >= turn * NEAR_THE_END ? 'ROLLOVER' : 'BACKWARDS';
    return { turns: before.turns, reasons: [reason] };
  }
  const { turns } = before;
  if (isBehind(register, { valueMilli, turns }, after)) return { turns, reasons: ['BACKWARDS'] };
  if (limit !== null && used(turns) > limit) return { turns, reasons: ['ABOVE_USUAL'] };
  if (used(turns) === 0 && occupied && days >= QUIET_DAYS) return { turns, reasons: ['ZERO_IN_OCCUPIED'] };
  return { turns, reasons: [] };
}

/** Whether it shows more than the meter did afterwards. */
const isBehind = (register: Register, shown: Shown, after: Neighbour | null): boolean =>
  after !== null && countedBy(register, shown) > countedBy(register, after);
