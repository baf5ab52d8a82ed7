import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import { chargeStateOf, isOverdue } from '../../../src/domain/charge/charge-state.js';
import { assertWithinMonth, monthOf, nextMonthOf, singleDay } from '../../../src/domain/charge/charge-period.js';
import { CHARGE_KINDS } from '../../../src/domain/charge/charge-kind.js';
import { AccountBook, movesOf, type BookedEntry } from '../../../src/domain/ledger/account-book.js';
import { EFFECTS, effectColumnOf, ENTRY_KINDS, FINAL_KINDS } from '../../../src/domain/ledger/entry-kind.js';
import { ledgerAmount } from '../../../src/domain/ledger/ledger-amount.js';
import { assertReference } from '../../../src/domain/ledger/payment-method.js';
import { liveLedger, ledgerStep } from '../../support/ledger-life.js';
import { inSettleOrder, SETTLE_ORDERS, spread, type OpenItem } from '../../../src/domain/ledger/settle-order.js';

const FIRST_DAY = '2026-01-01';

const play = (steps: Parameters<typeof liveLedger>[0]) => {
  let last = 0;
  return liveLedger(steps, () => `line-${(last += 1)}`);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('the account of a payer', () => {
  test('R-FEE-01, R-FEE-11 · in any life of an account the open amounts are what was charged, less what was settled, waived and taken off; money is neither made nor lost', () => {
    fc.assert(
      fc.property(fc.array(ledgerStep, { maxLength: 40 }), (steps) => {
        const { book, charges, payments, entries, today } = play(steps);
        const moved = (side: 'charge' | 'payment', kinds: readonly string[]): number =>
          sum(entries.filter(({ kind }) => kinds.includes(kind)).map((entry) => movesOf(entry)[side]));
        const open = sum(charges.map(({ id }) => book.openOf(id)));
        const free = sum(payments.map(({ id }) => book.freeOf(id)));
        const charged = sum(charges.map(({ amountMinor }) => amountMinor));
        const paid = sum(payments.map(({ amountMinor }) => amountMinor));
        const others = ENTRY_KINDS.filter((kind) => kind !== 'ALLOCATION');
        expect(open).toBe(charged + moved('charge', ['ALLOCATION']) + moved('charge', others));
        expect(free).toBe(paid + moved('payment', ['ALLOCATION']) + moved('payment', others));
        expect(moved('charge', ['ALLOCATION'])).toBe(moved('payment', ['ALLOCATION']));
        expect(charges.every(({ id }) => book.openOf(id) >= 0)).toBe(true);
        expect(payments.every(({ id, amountMinor }) => book.freeOf(id) >= 0 && book.freeOf(id) <= amountMinor)).toBe(
          true,
        );
        const last = addDays(today, 30);
        expect(book.on(last)).toEqual({ owedMinor: open, prepaidMinor: free });
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test('R-FEE-11 · every earlier day is told from the lines that belong to it and to the days before: they make a whole account, below zero nowhere', () => {
    fc.assert(
      fc.property(fc.array(ledgerStep, { maxLength: 40 }), fc.nat(), (steps, back) => {
        const { book, tries, charges, payments, today } = play(steps);
        const day = addDays(today, 3 - (back % 40));
        const then = new AccountBook();
        for (const { what, line, taken } of tries) {
          if (!taken || line.bookedDay > day) continue;
          if (what === 'entry') expect(then.book(line)).toBeNull();
          else if (what === 'payment') then.pay(line);
          else then.charge(line);
        }
        expect(then.on(day)).toEqual(book.on(day));
        expect(sum(charges.map(({ id }) => then.openOf(id)))).toBe(book.on(day).owedMinor);
        expect(sum(payments.map(({ id }) => then.freeOf(id)))).toBe(book.on(day).prepaidMinor);
        expect(charges.every(({ id }) => then.openOf(id) >= 0)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test('R-FEE-11 · an entry is taken back whole and once, a reversal never, and what ends a line never', () => {
    const book = new AccountBook();
    book.charge({ id: 'c', bookedDay: FIRST_DAY, amountMinor: 100 });
    book.pay({ id: 'p', bookedDay: FIRST_DAY, amountMinor: 60 });
    const entry = (id: string, more: Partial<BookedEntry>): BookedEntry => ({
      ...{
        id,
        kind: 'ALLOCATION',
        amountMinor: 60,
        chargeId: 'c',
        paymentId: 'p',
        reversesId: null,
        bookedDay: FIRST_DAY,
      },
      ...more,
    });
    expect(book.book(entry('a', { amountMinor: 61 }))).toBe('MORE_THAN_FREE');
    expect(book.book(entry('a', { bookedDay: '2025-12-31' }))).toBe('BEFORE_LAST');
    expect(book.book(entry('a', {}))).toBeNull();
    expect(book.book(entry('w', { kind: 'WAIVER', amountMinor: 41, paymentId: null }))).toBe('MORE_THAN_OPEN');
    expect(book.book(entry('r', { reversesId: 'a', amountMinor: 30 }))).toBe('NOT_REVERSIBLE');
    expect(book.book(entry('r', { reversesId: 'a' }))).toBeNull();
    expect(book.book(entry('s', { reversesId: 'a' }))).toBe('NOT_REVERSIBLE');
    expect(book.book(entry('s', { reversesId: 'r' }))).toBe('NOT_REVERSIBLE');
    const back = { kind: 'PAYMENT_REVERSAL', chargeId: null } as const;
    expect(book.book(entry('x', { ...back, amountMinor: 59 }))).toBe('NOT_WHOLE');
    expect(book.book(entry('x', back))).toBeNull();
    expect(book.book(entry('y', { ...back, reversesId: 'x' }))).toBe('NOT_REVERSIBLE');
    expect(book.book(entry('z', { amountMinor: 1 }))).toBe('REVERSED');
    expect(book.book(entry('n', { chargeId: 'nothing' }))).toBe('NO_CHARGE');
    expect(book.book(entry('n', { paymentId: 'nothing' }))).toBe('NO_PAYMENT');
    expect([book.openOf('c'), book.freeOf('p'), book.openOf('nothing'), book.freeOf('nothing')]).toEqual([
      100, 0, 0, 0,
    ]);
  });

  test('the table moves what the law moves', () => {
    expect(effectColumnOf('charge')).toContain(`when kind in ('INCREASE') then 1`);
    expect(effectColumnOf('payment')).not.toContain('then 1 when');
    expect(FINAL_KINDS.every((kind) => EFFECTS[kind].charge <= 0)).toBe(true);
  });
});

describe('money settles what is open', () => {
  const item = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...CHARGE_KINDS),
    dueDay: fc.constantFrom('2026-01-31', '2026-02-28', '2026-03-31'),
    fromDay: fc.constantFrom('2026-01-01', '2026-02-01'),
    openMinor: fc.integer({ min: 0, max: 50_000 }),
  });

  test('D-21 · shares and the rest are the money, nobody gets more than is open, and only the last one less', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 20 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.constantFrom(...SETTLE_ORDERS),
        (items, money, order) => {
          const ordered = inSettleOrder(items, order);
          const { shares, leftMinor } = spread(ordered, money);
          expect(sum(shares.map(({ amountMinor }) => amountMinor)) + leftMinor).toBe(money);
          const open = new Map(ordered.map(({ id, openMinor }) => [id, openMinor]));
          const partial = shares.filter(({ chargeId, amountMinor }) => amountMinor < (open.get(chargeId) ?? 0));
          expect(partial.length).toBeLessThanOrEqual(1);
          if (leftMinor > 0) expect(partial).toEqual([]);
          expect(
            shares.every(({ chargeId, amountMinor }) => amountMinor > 0 && amountMinor <= (open.get(chargeId) ?? 0)),
          ).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  const of = (id: string, kind: OpenItem['kind'], dueDay: string): OpenItem => ({
    ...{ id, kind, dueDay, fromDay: '2026-01-01', openMinor: 100 },
  });
  const items = [
    of('late', 'LATE_FEE', '2026-01-10'),
    of('fee', 'PROPERTY_FEE', '2026-02-10'),
    of('water', 'WATER', '2026-03-10'),
    of('old', 'PARKING_FEE', '2026-01-05'),
  ];
  test.each([
    ['OLDEST_FIRST', ['old', 'late', 'fee', 'water']],
    ['LATE_FEES_LAST', ['old', 'fee', 'water', 'late']],
    ['ON_BEHALF_FIRST', ['water', 'old', 'late', 'fee']],
  ] as const)('D-21 · by the policy %s money settles %j', (order, ids) => {
    expect(inSettleOrder(items, order).map(({ id }) => id)).toEqual(ids);
  });
});

describe('what a line may say', () => {
  test.each([
    ['0', 'CNY'],
    ['0.00', 'CNY'],
    ['-1', 'CNY'],
    ['1.005', 'CNY'],
    ['1000000000.01', 'CNY'],
    ['1', 'HKD'],
  ] as const)('R-FEE-11 · %s %s is no amount of accounts in CNY', (amount, currency) => {
    expect(() => ledgerAmount('input.amount', { amount, currency }, 'CNY')).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        facts: expect.objectContaining({ rule: 'R-FEE-11' }) as unknown,
      }),
    );
  });
  test('R-FEE-11 · an amount is exact to the hundredth', () => {
    expect(ledgerAmount('input.amount', { amount: '0.01', currency: 'CNY' }, 'CNY')).toBe(1);
    expect(ledgerAmount('input.amount', { amount: '1234.5', currency: 'CNY' }, 'CNY')).toBe(123_450);
  });
  test.each(['', 'a b', '张三', '-1', 'x'.repeat(65)])('a number of a channel is not %j', (reference) => {
    expect(() => {
      assertReference('input.reference', reference);
    }).toThrow();
  });

  test('D-21 · a charge lies in one calendar month', () => {
    assertWithinMonth({ fromDay: '2026-02-01', untilDay: '2026-03-01' }, 'input.untilDay');
    assertWithinMonth(singleDay('2026-12-31'), 'input.untilDay');
    expect([monthOf('2026-12-31'), nextMonthOf('2026-12-31')]).toEqual(['2026-12-01', '2027-01-01']);
    expect(() => {
      assertWithinMonth({ fromDay: '2026-02-15', untilDay: '2026-03-02' }, 'input.untilDay');
    }).toThrow(
      expect.objectContaining({ code: 'RULE_REFUSED', facts: expect.objectContaining({ rule: 'D-21' }) as unknown }),
    );
    expect(() => {
      assertWithinMonth({ fromDay: '2026-02-15', untilDay: '2026-02-15' }, 'input.untilDay');
    }).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test('R-FEE-02 · deposits are no charges', () => {
    expect(CHARGE_KINDS.filter((kind) => kind.includes('DEPOSIT'))).toEqual([]);
    expect(CHARGE_KINDS).toEqual(expect.arrayContaining(['PROPERTY_FEE', 'PARKING_FEE', 'WATER', 'ELECTRICITY']));
  });

  test.each([
    [100, 0, 'BILLED'],
    [40, 60, 'PART_PAID'],
    [0, 60, 'PAID'],
    [0, 0, 'SETTLED'],
  ] as const)('a charge with %i open and %i paid is %s', (openMinor, paidMinor, state) => {
    expect(chargeStateOf({ openMinor, paidMinor })).toBe(state);
  });
  test('the day of the deadline is in time', () => {
    expect([
      isOverdue(1, '2026-01-10', '2026-01-10'),
      isOverdue(1, '2026-01-10', '2026-01-11'),
      isOverdue(0, '2026-01-10', '2026-01-11'),
    ]).toEqual([false, true, false]);
  });
});
