import { EFFECTS, FINAL_KINDS, type EntryKind } from './entry-kind.js';

/** A line that says how much is owed, or how much was received. */
export interface BookedAmount {
  readonly id: string;
  readonly bookedDay: string;
  readonly amountMinor: number;
}

/** Any other line; the reversal of one names it. */
export interface BookedEntry extends BookedAmount {
  readonly kind: EntryKind;
  readonly chargeId: string | null;
  readonly paymentId: string | null;
  readonly reversesId: string | null;
}

/** What is asked of a charge or payment that is moved: what is left of it, and since when it stands so. */
interface Standing {
  readonly amountMinor: number;
  readonly leftMinor: number;
  readonly lastDay: string;
  /** Of a payment: taken back, so that nothing moves it any more. */
  readonly isReversed: boolean;
}

/** Why an account does not take an entry. */
export type EntryFlaw =
  | 'NO_CHARGE'
  | 'NO_PAYMENT'
  | 'MORE_THAN_OPEN'
  | 'MORE_THAN_FREE'
  | 'BEFORE_LAST'
  | 'NOT_REVERSIBLE'
  | 'NOT_WHOLE'
  | 'REVERSED';

/**
 * The account of one payer as the database keeps it, without the database: lines are only added, what is left of each
 * charge and payment is never below zero on any day, and along each of them the days never fall, so that every earlier day
 * can be told from the lines.
 * @rule R-FEE-01 @rule R-FEE-11
 */
export class AccountBook {
  readonly #charges = new Map<string, Standing>();
  readonly #payments = new Map<string, Standing>();
  readonly #entries = new Map<string, BookedEntry>();
  readonly #reversed = new Set<string>();
  readonly #lines: { readonly charge: number; readonly payment: number; readonly bookedDay: string }[] = [];

  charge(line: BookedAmount): void {
    this.#charges.set(line.id, standingOf(line));
    this.#lines.push({ charge: line.amountMinor, payment: 0, bookedDay: line.bookedDay });
  }

  pay(line: BookedAmount): void {
    this.#payments.set(line.id, standingOf(line));
    this.#lines.push({ charge: 0, payment: line.amountMinor, bookedDay: line.bookedDay });
  }

  /** Adds an entry, or says why it cannot stand; then nothing has changed. */
  book(entry: BookedEntry): EntryFlaw | null {
    const flaw = this.#flawOf(entry);
    if (flaw) return flaw;
    const { charge, payment } = movesOf(entry);
    move(this.#charges, entry.chargeId, charge, entry);
    move(this.#payments, entry.paymentId, payment, entry);
    this.#entries.set(entry.id, entry);
    if (entry.reversesId !== null) this.#reversed.add(entry.reversesId);
    this.#lines.push({ charge, payment, bookedDay: entry.bookedDay });
    return null;
  }

  openOf(chargeId: string): number {
    return this.#charges.get(chargeId)?.leftMinor ?? 0;
  }

  freeOf(paymentId: string): number {
    return this.#payments.get(paymentId)?.leftMinor ?? 0;
  }

  /** What is owed and what was paid ahead at the end of a day; the balance is the one without the other. */
  on(day: string): { readonly owedMinor: number; readonly prepaidMinor: number } {
    const lines = this.#lines.filter(({ bookedDay }) => bookedDay <= day);
    return {
      owedMinor: lines.reduce((sum, { charge }) => sum + charge, 0),
      prepaidMinor: lines.reduce((sum, { payment }) => sum + payment, 0),
    };
  }

  #flawOf(entry: BookedEntry): EntryFlaw | null {
    const { kind, reversesId } = entry;
    if (reversesId !== null) {
      const reversed = this.#entries.get(reversesId);
      if (!reversed || !isReversalOf(entry, reversed) || this.#reversed.has(reversesId)) return 'NOT_REVERSIBLE';
    }
    const charge = entry.chargeId === null ? undefined : this.#charges.get(entry.chargeId);
    const payment = entry.paymentId === null ? undefined : this.#payments.get(entry.paymentId);
    if (EFFECTS[kind].charge !== 0 && !charge) return 'NO_CHARGE';
    if ((EFFECTS[kind].payment !== 0 || kind === 'CHANNEL_FEE') && !payment) return 'NO_PAYMENT';
    if (payment?.isReversed) return 'REVERSED';
    for (const each of [charge, payment]) if (each && each.lastDay > entry.bookedDay) return 'BEFORE_LAST';
    const moves = movesOf(entry);
    if (charge && charge.leftMinor + moves.charge < 0) return 'MORE_THAN_OPEN';
    if (payment && payment.leftMinor + moves.payment < 0) return 'MORE_THAN_FREE';
    if (kind === 'PAYMENT_REVERSAL' && entry.amountMinor !== payment?.amountMinor) return 'NOT_WHOLE';
    return null;
  }
}

const standingOf = ({ amountMinor, bookedDay }: BookedAmount): Standing => ({
  amountMinor,
  leftMinor: amountMinor,
  lastDay: bookedDay,
  isReversed: false,
});

/** How an entry moves what is open and what is free. */
export function movesOf({ kind, amountMinor, reversesId }: BookedEntry): {
  readonly charge: number;
  readonly payment: number;
} {
  const sign = reversesId === null ? 1 : -1;
  const of = (side: 'charge' | 'payment'): number => EFFECTS[kind][side] * sign * amountMinor || 0;
  return { charge: of('charge'), payment: of('payment') };
}

/** Whether one entry takes another back: all of it, once, and never a reversal or what ends a charge or payment. */
export const isReversalOf = (entry: BookedEntry, reversed: BookedEntry): boolean =>
  reversed.reversesId === null &&
  !FINAL_KINDS.includes(reversed.kind) &&
  entry.kind === reversed.kind &&
  entry.amountMinor === reversed.amountMinor &&
  entry.chargeId === reversed.chargeId &&
  entry.paymentId === reversed.paymentId;

function move(side: Map<string, Standing>, id: string | null, by: number, entry: BookedEntry): void {
  const standing = id === null ? undefined : side.get(id);
  if (!standing || id === null) return;
  side.set(id, {
    ...standing,
    leftMinor: standing.leftMinor + by,
    lastDay: entry.bookedDay,
    isReversed: entry.kind === 'PAYMENT_REVERSAL',
  });
}
