import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar/calendar-day.js';
import { AccountBook, type BookedAmount, type BookedEntry } from '../../src/domain/ledger/account-book.js';
import { EFFECTS, ENTRY_KINDS } from '../../src/domain/ledger/entry-kind.js';

const FIRST_DAY = '2026-01-01';

/** A step of a random life of an account: what somebody tries, by numbers that choose among what there is. */
export const ledgerStep = fc.record({
  kind: fc.constantFrom('CHARGE', 'PAYMENT', 'PAYMENT', 'REVERSE', 'ALLOCATION', 'ALLOCATION', ...ENTRY_KINDS),
  charge: fc.nat(),
  payment: fc.nat(),
  entry: fc.nat(),
  amount: fc.integer({ min: 1, max: 300_00 }),
  days: fc.integer({ min: -3, max: 6 }),
});
type LedgerStep = typeof ledgerStep extends fc.Arbitrary<infer T> ? T : never;

/** A try with the model's verdict on it: whether the account takes the line. */
export type LedgerTry =
  | { readonly what: 'charge' | 'payment'; readonly line: BookedAmount; readonly taken: true }
  | { readonly what: 'entry'; readonly line: BookedEntry; readonly taken: boolean };

/** A life on the model: every try, and the account that came of it. */
export function liveLedger(steps: readonly LedgerStep[], idOf: () => string) {
  const book = new AccountBook();
  const tries: LedgerTry[] = [];
  const charges: BookedAmount[] = [];
  const payments: BookedAmount[] = [];
  const entries: BookedEntry[] = [];
  let today = FIRST_DAY;
  const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(from.length, 1)];
  for (const { kind, amount, days, ...at } of steps) {
    const bookedDay = addDays(today, days);
    if (days > 0) today = bookedDay;
    const id = idOf();
    if (kind === 'CHARGE' || kind === 'PAYMENT') {
      const line = { id, bookedDay, amountMinor: amount };
      if (kind === 'CHARGE') book.charge(line);
      else book.pay(line);
      (kind === 'CHARGE' ? charges : payments).push(line);
      tries.push({ what: kind === 'CHARGE' ? 'charge' : 'payment', line, taken: true });
      continue;
    }
    const reversed = kind === 'REVERSE' ? pick(entries, at.entry) : undefined;
    const entryKind = reversed?.kind ?? (kind === 'REVERSE' ? 'WAIVER' : kind);
    const charge = EFFECTS[entryKind].charge === 0 ? undefined : pick(charges, at.charge);
    const ofPayment = EFFECTS[entryKind].payment !== 0 || entryKind === 'CHANNEL_FEE';
    const payment = ofPayment ? pick(payments, at.payment) : undefined;
    const whole = entryKind === 'PAYMENT_REVERSAL' && at.entry % 2 === 0;
    const line: BookedEntry = reversed
      ? { ...reversed, id, bookedDay, reversesId: reversed.id }
      : {
          ...{ id, kind: entryKind, bookedDay, reversesId: null },
          ...{ amountMinor: whole ? (payment?.amountMinor ?? 1) : amount },
          ...{ chargeId: charge?.id ?? null, paymentId: payment?.id ?? null },
        };
    const taken = book.book(line) === null;
    if (taken) entries.push(line);
    tries.push({ what: 'entry', line, taken });
  }
  return { book, tries, charges, payments, entries, today };
}
