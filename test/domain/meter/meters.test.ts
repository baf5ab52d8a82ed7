import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import { nextMonthOf } from '../../../src/domain/charge/charge-period.js';
import { assertMayDecide } from '../../../src/domain/meter/decide-reading.js';
import { judgeReading, type ReadingFacts } from '../../../src/domain/meter/judge-reading.js';
import { assertRegister, serialOf } from '../../../src/domain/meter/meter-serial.js';
import type { ReadingWay } from '../../../src/domain/meter/meter-words.js';
import { meteredUse, type AccountedUse, type MeterOfUnit } from '../../../src/domain/meter/metered-use.js';
import { assertShown, countedBy, shownAt, type Register } from '../../../src/domain/meter/register.js';
import { assertMonth } from '../../../src/domain/meter/round-month.js';
import { estimateOf, usualDaily, type CountedReading } from '../../../src/domain/meter/usual-use.js';

const register: Register = { digits: 5, factor: 1, baseMilli: 100_000 };
const shown = (valueMilli: number, turns = 0) => ({ valueMilli, turns });
const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

describe('what a register has counted', () => {
  test.each<[string, Register, number, number, number]>([
    ['from what it showed when it was hung', register, 112_500, 0, 12_500],
    ['times its factor', { ...register, factor: 40 }, 112_500, 0, 500_000],
    ['over the turn of the register', register, 500, 1, 99_900_500],
    ['without turns where nobody knows its digits', { ...register, digits: null }, 112_500, 3, 12_500],
  ])('R-FEE-07 · %s', (_, of, value, turns, counted) => {
    expect(countedBy(of, shown(value, turns))).toBe(counted);
  });

  test('R-FEE-07 · a register shows what it has counted, and nothing that it has no room for', () => {
    expect(shownAt(register, 12_500)).toEqual(shown(112_500));
    expect(shownAt(register, 99_900_500)).toEqual(shown(500, 1));
    expect(shownAt({ ...register, digits: null, factor: 40 }, 500_000)).toEqual(shown(112_500));
    assertShown('input.value', 99_999_999, 5);
    assertShown('input.value', 1e12, null);
    expect(() => {
      assertShown('input.value', 100_000_000, 5);
    }).toThrow(refusal('INVALID_INPUT'));
  });

  test('R-FEE-07 · a meter has a number, a register of 3 to 9 digits and a factor up to ten thousand', () => {
    expect(serialOf('input.serial', ' w-001 ')).toBe('W-001');
    for (const serial of ['', '-1', '表1', 'a'.repeat(31)])
      expect(() => serialOf('input.serial', serial)).toThrow(refusal('INVALID_INPUT'));
    assertRegister(3, 1);
    assertRegister(9, 10_000);
    for (const [digits, factor] of [
      [2, 1],
      [10, 1],
      [5, 0],
      [5, 10_001],
    ] as const)
      expect(() => {
        assertRegister(digits, factor);
      }).toThrow(refusal('INVALID_INPUT'));
  });

  test('R-FEE-14 · the round of a reader is of a month', () => {
    assertMonth('month', '2026-02-01');
    expect(() => {
      assertMonth('month', '2026-02-02');
    }).toThrow(refusal('INVALID_INPUT'));
  });
});

describe('whether a reading is plausible', () => {
  const facts = (more: Partial<ReadingFacts> = {}): ReadingFacts => ({
    ...{ register, valueMilli: 121_000, readOn: '2026-03-31', before: { ...shown(112_000), readOn: '2026-02-28' } },
    ...{ after: null, usual: 300, occupied: true, ...more },
  });
  const behind = (valueMilli: number, turns = 0) => ({ ...shown(valueMilli, turns), readOn: '2026-04-30' });
  const before = (valueMilli: number) => ({ ...shown(valueMilli), readOn: '2026-02-28' });
  test.each<[string, Partial<ReadingFacts>, number, readonly string[]]>([
    ['about the usual is taken', {}, 0, []],
    ['three times the usual is taken', { valueMilli: 139_900 }, 0, []],
    ['more than that waits', { valueMilli: 139_901 }, 0, ['ABOVE_USUAL']],
    ['a little is never too much', { valueMilli: 117_000, usual: 0 }, 0, []],
    ['anything is taken while nobody knows the usual', { valueMilli: 900_000, usual: null }, 0, []],
    ['nothing in an occupied unit waits', { valueMilli: 112_000 }, 0, ['ZERO_IN_OCCUPIED']],
    ['nothing in a vacant unit is taken', { valueMilli: 112_000, occupied: false }, 0, []],
    ['nothing in a few days is taken', { valueMilli: 112_000, readOn: '2026-03-27' }, 0, []],
    ['less than before waits', { valueMilli: 111_999 }, 0, ['BACKWARDS']],
    ['more than afterwards waits', { after: behind(120_999) }, 0, ['BACKWARDS']],
    ['as much as afterwards is taken', { after: behind(121_000) }, 0, []],
    ['a register near its end goes back to zero', { valueMilli: 3_000, before: before(99_995_000) }, 1, []],
    ['though not with too much used', { valueMilli: 60_000, before: before(99_995_000) }, 0, ['ROLLOVER']],
    [
      'nor where nobody knows the usual',
      { valueMilli: 3_000, before: before(99_995_000), usual: null },
      0,
      ['ROLLOVER'],
    ],
    [
      'nor beyond what it showed afterwards',
      { valueMilli: 3_000, before: before(99_995_000), after: behind(2_000, 1) },
      0,
      ['ROLLOVER'],
    ],
    [
      'nor where nobody knows its digits',
      { valueMilli: 3_000, before: before(99_995_000), register: { ...register, digits: null } },
      0,
      ['BACKWARDS'],
    ],
  ])('R-FEE-07, R-FEE-14 · %s', (_, more, turns, reasons) => {
    expect(judgeReading(facts(more))).toEqual({ turns, reasons });
  });

  test('R-FEE-07 · another person than the reader decides, on what still waits', () => {
    assertMayDecide({ state: 'HELD', recordedBy: 'a' }, 'b');
    expect(() => {
      assertMayDecide({ state: 'HELD', recordedBy: 'a' }, 'a');
    }).toThrow(refusal('RULE_REFUSED'));
    expect(() => {
      assertMayDecide({ state: 'REJECTED', recordedBy: 'a' }, 'b');
    }).toThrow(refusal('CONFLICT'));
  });
});

describe('what is usual', () => {
  const reading = (readOn: string, counted: number, how: ReadingWay = 'READ'): CountedReading => ({
    ...{ readOn, how, counted },
  });
  test.each<[string, readonly CountedReading[], number | null]>([
    ['nothing of nothing', [], null],
    ['nothing of less than a fortnight', [reading('2026-01-01', 0), reading('2026-01-14', 13)], null],
    ['the use by day', [reading('2026-01-01', 0), reading('2026-01-31', 9_000)], 300],
    ['of a year at most', [reading('2024-01-01', 0), reading('2025-12-31', 9_000), reading('2026-01-30', 12_000)], 100],
    [
      'estimates are no evidence',
      [reading('2026-01-01', 0), reading('2026-01-31', 9_000), reading('2026-02-28', 99_000, 'ESTIMATED')],
      300,
    ],
    ['never less than nothing', [reading('2026-01-01', 500), reading('2026-01-31', 0)], 0],
  ])('R-FEE-07 · %s', (_, readings, usual) => {
    expect(usualDaily(readings)).toBe(usual);
  });

  test('R-FEE-07 · an estimate is the last reading and the usual of the days since', () => {
    const known = [reading('2026-01-01', 0), reading('2026-01-31', 9_000)];
    expect(estimateOf(known, '2026-02-28')).toBe(9_000 + 28 * 300);
    expect(estimateOf([...known, reading('2026-02-28', 20_000, 'ESTIMATED')], '2026-03-31')).toBe(20_000 + 31 * 300);
    expect(estimateOf(known.slice(0, 1), '2026-02-28')).toBeNull();
  });
});

describe('what a unit is charged for of what its meters count', () => {
  type Reading = MeterOfUnit['readings'][number];
  const reading = (readOn: string, valueMilli: number, more: Partial<Reading> = {}): Reading => ({
    ...{ readOn, valueMilli, turns: 0, how: 'READ', held: false, ...more },
  });
  const meter = (readings: readonly Reading[], more: Partial<MeterOfUnit> = {}): MeterOfUnit => ({
    ...{ ...register, prepaid: false, installedOn: '2025-12-31', removedOn: null, readings, ...more },
  });
  const hung = reading('2025-12-31', 100_000, { how: 'INSTALLED' });
  const jan: AccountedUse = { month: '2026-01-01', baseMilli: 0, useMilli: 12_000 };
  const feb = { month: '2026-02-01', baseMilli: 0 };
  test.each<[string, readonly MeterOfUnit[], readonly AccountedUse[], unknown]>([
    [
      'what lies between two readings',
      [meter([hung, reading('2026-01-31', 112_000), reading('2026-02-28', 120_000)])],
      [jan],
      { ...feb, useMilli: 8_000 },
    ],
    [
      'also of the months before that nobody was charged for',
      [meter([hung, reading('2026-02-28', 120_000)])],
      [],
      { ...feb, useMilli: 20_000 },
    ],
    [
      'an estimate is charged like a reading',
      [meter([hung, reading('2026-02-20', 119_000, { how: 'ESTIMATED' })])],
      [jan],
      { ...feb, useMilli: 7_000 },
    ],
    ['never less than nothing', [meter([hung, reading('2026-02-28', 111_000)])], [jan], { ...feb, useMilli: 0 }],
    [
      'all of what hangs in it',
      [meter([hung, reading('2026-02-28', 120_000)]), meter([hung, reading('2026-02-27', 101_000)])],
      [jan],
      { ...feb, useMilli: 9_000 },
    ],
    [
      'the old meter to its end and the new one from its beginning',
      [
        meter([hung, reading('2026-02-10', 115_000, { how: 'REMOVED' })], { removedOn: '2026-02-10' }),
        meter([reading('2026-02-10', 7_000, { how: 'INSTALLED' }), reading('2026-02-28', 9_000)], {
          baseMilli: 7_000,
          installedOn: '2026-02-10',
        }),
      ],
      [jan],
      { ...feb, useMilli: 5_000 },
    ],
    [
      'a month before one that was charged takes what that left',
      [meter([hung, reading('2026-02-10', 115_000), reading('2026-03-31', 130_000)])],
      [{ month: '2026-03-01', baseMilli: 15_000, useMilli: 14_000 }],
      { ...feb, useMilli: 16_000 },
    ],
    [
      'billed again, a month takes its own place',
      [meter([hung, reading('2026-02-28', 120_000)])],
      [jan, { ...feb, useMilli: 5_000 }],
      { ...feb, useMilli: 8_000 },
    ],
    ['nothing without a meter', [], [], 'NO_READING'],
    ['nothing without a reading in the month', [meter([hung, reading('2026-01-31', 112_000)])], [jan], 'NO_READING'],
    [
      'nothing by what was hung',
      [meter([reading('2026-02-10', 100_000, { how: 'INSTALLED' })], { installedOn: '2026-02-10' })],
      [],
      'NO_READING',
    ],
    [
      'nothing where one of two was not read',
      [meter([hung, reading('2026-02-28', 120_000)]), meter([hung])],
      [jan],
      'NO_READING',
    ],
    [
      'nothing while the last reading waits',
      [meter([hung, reading('2026-02-20', 119_000), reading('2026-02-28', 999_000, { held: true })])],
      [jan],
      'READING_HELD',
    ],
    ['nothing that was bought', [meter([hung, reading('2026-02-28', 120_000)], { prepaid: true })], [], 'PREPAID'],
    [
      'of two the one that is not prepaid',
      [meter([hung, reading('2026-02-28', 120_000)], { prepaid: true }), meter([hung, reading('2026-02-28', 113_000)])],
      [jan],
      { ...feb, useMilli: 1_000 },
    ],
  ])('R-FEE-07, R-FEE-14 · %s', (_, meters, accounted, use) => {
    expect(meteredUse(meters, '2026-02-01', accounted)).toEqual(use);
  });

  test('R-FEE-07, R-FEE-14 · however meters are read, estimated, put right, held, turned over and changed, and whichever months are billed again: what was charged is together what was used', () => {
    const day = fc.record({
      use: fc.integer({ min: 0, max: 40_000 }),
      act: fc.constantFrom('', '', '', '', 'READ', 'ESTIMATED', 'HELD', 'CHANGED'),
      off: fc.integer({ min: -60_000, max: 60_000 }),
    });
    const month = fc.record({
      days: fc.array(day, { minLength: 28, maxLength: 28 }),
      bills: fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 6, maxLength: 6 }),
        fc.constantFrom(1, 40),
        fc.constantFrom(3, 5),
        (months, factor, digits) => {
          const firsts = ['2026-01-01'];
          while (firsts.length <= months.length) firsts.push(nextMonthOf(firsts.at(-1)!));
          const meters: (Omit<MeterOfUnit, 'removedOn' | 'readings'> & {
            removedOn: string | null;
            readings: Reading[];
          })[] = [];
          const hang = (installedOn: string, baseMilli: number): void => {
            const first = reading(installedOn, baseMilli, { how: 'INSTALLED' });
            meters.push({ digits, factor, baseMilli, prepaid: false, installedOn, removedOn: null, readings: [first] });
          };
          hang('2025-12-31', 990_000);
          let [ofMeter, ofAll] = [0, 0];
          const note = (readOn: string, how: ReadingWay, counted: number, held = false): void => {
            const { readings, ...of } = meters.at(-1)!;
            readings.push(reading(readOn, 0, { ...shownAt(of, counted), how, held }));
          };
          const charged = new Map<string, AccountedUse>();
          const bill = (first: string): void => {
            const use = meteredUse(meters, first, [...charged.values()]);
            if (typeof use !== 'string') charged.set(first, use);
          };
          months.forEach(({ days, bills }, m) => {
            days.forEach(({ use, act: happens, off }, d) => {
              const on = addDays(firsts[m]!, d);
              const act = m === 0 && d >= 20 ? 'READ' : happens;
              ofMeter += use * factor;
              ofAll += use * factor;
              if (act === 'READ') note(on, 'READ', ofMeter);
              else if (act === 'ESTIMATED') note(on, act, Math.max(0, ofMeter + off * factor));
              else if (act === 'HELD') note(on, 'READ', ofMeter + 90_000 * factor, true);
              else if (act === 'CHANGED') {
                note(on, 'REMOVED', ofMeter);
                meters.at(-1)!.removedOn = on;
                ofMeter = 0;
                hang(on, 500_000 + off);
              }
            });
            for (const which of bills) if (which <= m) bill(firsts[which]!);
          });
          const last = firsts.at(-1)!;
          ofMeter += 90_000_000 * factor;
          ofAll += 90_000_000 * factor;
          note(addDays(nextMonthOf(last), -1), 'READ', ofMeter);
          bill(firsts[0]!);
          bill(last);
          const sum = [...charged.values()].reduce((total, { useMilli }) => total + useMilli, 0);
          expect(sum).toBe(ofAll);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
