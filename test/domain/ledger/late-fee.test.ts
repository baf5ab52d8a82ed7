import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import { actionOfStep, firstStep } from '../../../src/domain/approval/approval-route.js';
import { lateFeeOf, type LateCharge } from '../../../src/domain/ledger/late-fee.js';
import { PROPOSED_CHANGES, ROUTE_OF_CHANGE } from '../../../src/domain/ledger/proposed-change.js';
import { policyOf } from '../../../src/domain/policy/policies.js';

const charge = (more: Partial<LateCharge> = {}): LateCharge => ({
  ...{ kind: 'PROPERTY_FEE', dueDay: '2026-03-31', bookedDay: '2026-03-01', amountMinor: 100_000, moves: [] },
  ...more,
});
const terms = { perDay: 5, capPercent: 100, graceDays: 0 };

describe('what paying late costs', () => {
  test('D-22 · a late fee is off while the company has set no rate', () => {
    const { perDay, capPercent } = policyOf('D-22').default;
    expect(perDay).toBe(0);
    expect(lateFeeOf(charge(), '2027-03-31', { perDay, capPercent, graceDays: 0 })).toBe(0);
  });

  test.each<[string, Partial<LateCharge>, string, Partial<typeof terms>, number]>([
    ['on the deadline', {}, '2026-03-31', {}, 0],
    ['a day later', {}, '2026-04-01', {}, 50],
    ['ten days later', {}, '2026-04-10', {}, 500],
    ['within the days of grace', {}, '2026-04-03', { graceDays: 3 }, 0],
    ['after them, for all days', {}, '2026-04-04', { graceDays: 3 }, 200],
    [
      'half paid on the fifth',
      { moves: [{ bookedDay: '2026-04-05', minor: -50_000 }] },
      '2026-04-10',
      {},
      4 * 50 + 6 * 25,
    ],
    ['paid on the fifth', { moves: [{ bookedDay: '2026-04-05', minor: -100_000 }] }, '2026-04-10', {}, 200],
    ['paid in time', { moves: [{ bookedDay: '2026-03-31', minor: -100_000 }] }, '2026-04-10', {}, 0],
    ['billed after its deadline', { bookedDay: '2026-04-06' }, '2026-04-10', {}, 250],
    ['beyond the cap', {}, '2036-04-10', { capPercent: 30 }, 30_000],
    ['of a late fee', { kind: 'LATE_FEE' }, '2026-04-10', {}, 0],
    ['rounded half up once', { amountMinor: 333 }, '2026-04-03', {}, 0],
    ['rounded half up', { amountMinor: 1000 }, '2026-04-01', {}, 1],
  ])('D-22 · %s', (_, more, on, over, fee) => {
    expect(lateFeeOf(charge(more), on, { ...terms, ...over })).toBe(fee);
  });

  test('D-22 · it never falls from day to day, never passes the cap, and does not compound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 2_000 }),
        (amountMinor, perDay, capPercent, days) => {
          const of = (day: number): number =>
            lateFeeOf(charge({ amountMinor }), addDays('2026-03-31', day), { perDay, capPercent, graceDays: 0 });
          expect(of(days + 1)).toBeGreaterThanOrEqual(of(days));
          expect(of(days)).toBeLessThanOrEqual((amountMinor * capPercent) / 100);
          expect(of(days)).toBeLessThanOrEqual(Math.floor((amountMinor * perDay * days + 5_000) / 10_000));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('what changes an account by approval', () => {
  test('R-ORG-68 · a waiver is approved on the estate, a write-off higher, and money is given back on the notice of the accountant', () => {
    expect(PROPOSED_CHANGES.map((kind) => actionOfStep(ROUTE_OF_CHANGE[kind], 'estate', 'IN_APPROVAL'))).toEqual([
      'fee.approve',
      'fee.approve',
      'fee.approve',
      'fee.writeOff',
      'fee.refund',
    ]);
    expect(PROPOSED_CHANGES.map((kind) => firstStep(ROUTE_OF_CHANGE[kind], 'estate'))).toEqual(
      PROPOSED_CHANGES.map(() => 'IN_APPROVAL'),
    );
  });
});
