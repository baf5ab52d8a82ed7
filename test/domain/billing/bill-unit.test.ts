import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from '../../../src/domain/billing/apportion.js';
import { assertPreviewed, isUnderWay, runStageAfter } from '../../../src/domain/run-life.js';
import { billUnit, dueDayOf, type TariffInForce, type UnitFacts } from '../../../src/domain/billing/bill-unit.js';
import { meterOfMilli, meterToMilli } from '../../../src/domain/meter/meter-value.js';
import { assertTariffCode, costAtRate, rateOfMyriad, rateToMyriad } from '../../../src/domain/billing/tariff.js';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';

const tariff = (more: Partial<TariffInForce> = {}): TariffInForce => ({
  ...{ kind: 'PROPERTY_FEE', basis: 'PER_AREA', rateMyriad: 28_500, payer: 'OWNER', vacantPercent: 70 },
  ...{ notTakenOverPercent: 0, advanceMonths: 12, advancePercent: 5, dueDayOfMonth: 25, dueMonthOffset: 1 },
  ...more,
});
const owner = (customerId: string, fromDay: string, untilDay: string | null = null) =>
  ({ customerId, capacity: 'OWNER', fromDay, untilDay, erased: false }) as const;
const facts = (more: Partial<UnitFacts> = {}): UnitFacts => ({
  ...{ chargeAreaMilli: 88_500, states: [{ fromDay: '2020-01-01', state: 'OWNER_OCCUPIED' }] },
  ...{ holders: [owner('a', '2020-01-01')], usage: 'NO_READING' as const, sharedMinor: null, billed: false },
  ...more,
});
const terms = { month: '2026-03-01', months: 1, splitByDay: true };
const line = { payerId: 'a', fromDay: '2026-03-01', untilDay: '2026-04-01', dueDay: '2026-04-25' };

describe('what a unit is charged for a month', () => {
  test.each<[string, Partial<TariffInForce>, Partial<UnitFacts>, Partial<typeof terms>, unknown]>([
    ['by area', {}, {}, {}, { lines: [{ ...line, amountMinor: 25_223 }] }],
    [
      'the same for each unit',
      { basis: 'PER_UNIT', rateMyriad: 1_500_000 },
      {},
      {},
      { lines: [{ ...line, amountMinor: 15_000 }] },
    ],
    [
      'by its meter',
      { basis: 'METERED', rateMyriad: 39_000 },
      { usage: 12_345 },
      {},
      { lines: [{ ...line, amountMinor: 4_815 }] },
    ],
    [
      'its share',
      { basis: 'APPORTIONED', rateMyriad: null },
      { sharedMinor: 777 },
      {},
      { lines: [{ ...line, amountMinor: 777 }] },
    ],
    [
      'less while it is vacant',
      {},
      { states: [{ fromDay: '2026-01-01', state: 'VACANT' }] },
      {},
      { lines: [{ ...line, amountMinor: 17_656 }] },
    ],
    [
      'nothing before it is taken over',
      {},
      { states: [{ fromDay: '2026-01-01', state: 'NOT_TAKEN_OVER' }] },
      {},
      { skipped: 'FREE' },
    ],
    ['less for a year at once', {}, {}, { months: 12 }, { lines: [{ ...line, amountMinor: 25_223 - 1_261 }] }],
    ['nothing twice', {}, { billed: true }, {}, { skipped: 'ALREADY_BILLED' }],
    ['nothing without an area', {}, { chargeAreaMilli: null }, {}, { skipped: 'NO_AREA' }],
    ['nothing without a reading', { basis: 'METERED' }, {}, {}, { skipped: 'NO_READING' }],
    ['nothing while a reading waits', { basis: 'METERED' }, { usage: 'READING_HELD' }, {}, { skipped: 'READING_HELD' }],
    ['nothing that was bought', { basis: 'METERED' }, { usage: 'PREPAID' }, {}, { skipped: 'PREPAID' }],
    ['nothing without a cost', { basis: 'APPORTIONED', rateMyriad: null }, {}, {}, { skipped: 'NO_COST' }],
    ['nobody while nobody owns it', {}, { holders: [] }, {}, { skipped: 'NO_PAYER' }],
    [
      'nobody whose data were erased',
      {},
      { holders: [{ ...owner('a', '2020-01-01'), erased: true }] },
      {},
      { skipped: 'PAYER_ERASED' },
    ],
  ])('R-FEE-02, R-FEE-08 · %s', (_, tariffMore, factsMore, termsMore, bill) => {
    expect(billUnit(tariff(tariffMore), facts(factsMore), { ...terms, ...termsMore })).toEqual(bill);
  });

  test('Q-31 · who sells within the month owes until that day, who buys from then on; by policy the first day decides', () => {
    const holders = [owner('a', '2020-01-01', '2026-03-11'), owner('b', '2026-03-11')];
    expect(billUnit(tariff(), facts({ holders }), terms)).toEqual({
      lines: [
        { ...line, untilDay: '2026-03-11', amountMinor: 8_136 },
        { ...line, payerId: 'b', fromDay: '2026-03-11', amountMinor: 17_087 },
      ],
    });
    expect(billUnit(tariff(), facts({ holders }), { ...terms, splitByDay: false })).toEqual({
      lines: [{ ...line, amountMinor: 25_223 }],
    });
  });

  test('Q-31 · the tenant pays what the occupier pays, the owner while there is none', () => {
    const tenant = { ...owner('t', '2026-03-16'), capacity: 'TENANT' } as const;
    const holders = [owner('a', '2020-01-01'), tenant];
    const bill = billUnit(tariff({ payer: 'OCCUPIER' }), facts({ holders }), terms);
    expect(bill).toMatchObject({
      lines: [
        { payerId: 'a', untilDay: '2026-03-16' },
        { payerId: 't', untilDay: '2026-04-01' },
      ],
    });
  });

  test('D-21, Q-31 · whoever holds a unit when, the lines of a month are together its whole, each within the month, and no day is charged twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.integer({ min: 1, max: 200_000 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }),
        (chargeAreaMilli, rateMyriad, sales) => {
          const days = [...new Set(sales)].sort((a, b) => a - b).map((day) => addDays('2026-03-01', day));
          const bounds = ['2020-01-01', ...days.filter((day) => day > '2026-03-01')];
          const holders = bounds.map((from, i) => owner(`p${i}`, from, bounds[i + 1] ?? null));
          const bill = billUnit(tariff({ rateMyriad }), facts({ chargeAreaMilli, holders }), terms);
          const whole = costAtRate(chargeAreaMilli, rateMyriad);
          if ('skipped' in bill) {
            expect(whole).toBe(0);
            return;
          }
          expect(bill.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(whole);
          let until = '2026-03-01';
          for (const each of bill.lines) {
            expect(each.fromDay >= until && each.untilDay > each.fromDay && each.untilDay <= '2026-04-01').toBe(true);
            until = each.untilDay;
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('a cost is shared', () => {
  test('R-FEE-07 · shares are together the cost to the minor unit, and each within one unit of its exact part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 60 }),
        (amount, weights) => {
          const shares = apportion(amount, weights);
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : amount);
          for (const [i, share] of shares.entries()) {
            expect(share).toBeGreaterThanOrEqual(0);
            if (total > 0) expect(Math.abs(share - (amount * (weights[i] ?? 0)) / total)).toBeLessThanOrEqual(1.001);
            if (weights[i] === 0) expect(share).toBe(0);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe('what a tariff says', () => {
  test.each(['0', '-1', '1.00001', '10000000', 'x'])('R-FEE-08 · a rate is not %s', (rate) => {
    expect(() => rateToMyriad('input.rate', rate)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
  test('R-FEE-08 · a rate is exact to the ten-thousandth, and its code is one', () => {
    expect([rateToMyriad('r', '0.5469'), rateOfMyriad(5_469), costAtRate(1_000, 5_469)]).toEqual([5_469, '0.5469', 55]);
    assertTariffCode('input.code', 'PF-HOME');
    expect(() => {
      assertTariffCode('input.code', 'pf home');
    }).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect([meterToMilli('v', '12.5'), meterOfMilli(12_500)]).toEqual([12_500, '12.5']);
    expect(() => meterToMilli('v', '-1')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
  test('the deadline is a day of a month behind', () => {
    expect(dueDayOf({ dueDayOfMonth: 5, dueMonthOffset: 1 }, '2026-12-01')).toBe('2027-01-05');
  });
  test('R-FEE-01 · a run is counted, then confirmed, then done', () => {
    expect([
      isUnderWay('PREVIEWING'),
      isUnderWay('PREVIEWED'),
      runStageAfter('PREVIEWING'),
      runStageAfter('RUNNING'),
    ]).toEqual([true, false, 'PREVIEWED', 'DONE']);
    assertPreviewed('R-FEE-01', 'PREVIEWED');
    expect(() => {
      assertPreviewed('R-FEE-01', 'RUNNING');
    }).toThrow(expect.objectContaining({ code: 'RULE_REFUSED' }));
  });
});
