import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarMonths, addDays, dayNumber } from '../../../src/domain/calendar/calendar-day.js';
import type { DomainError } from '../../../src/domain/errors.js';
import { agesOn } from '../../../src/domain/metric/age-bucket.js';
import {
  comparedPeriod,
  metricPeriod,
  periodAround,
  pointsOf,
  stretchesOf,
} from '../../../src/domain/metric/metric-period.js';
import { isAttained, metricValue, NO_SUMS, trafficLight } from '../../../src/domain/metric/metric-value.js';
import { METRICS, metricOf } from '../../../src/domain/metric/metrics.js';
import { bucketOf, percentileOf } from '../../../src/domain/metric/spread.js';
import { rankEstates } from '../../../src/domain/metric/rank-estates.js';

const sums = (numerator: number, denominator: number) => ({ ...NO_SUMS, numerator, denominator });
const RATE = metricOf('REPAIR_ACCEPTED_IN_TIME');
const WORSE = metricOf('COMPLAINT_UNSOLVED_AFTER_A_MONTH');
const COUNT = metricOf('REPAIRS_REPORTED');
const TIME = metricOf('REPAIR_SECONDS_TO_COMPLETE');

describe('the value of a metric', () => {
  test.each([
    [1, 2, '50.0'],
    [0, 1, '0.0'],
    [2, 3, '66.7'],
    [27, 36, '75.0'],
    [9, 13, '69.2'],
    [1, 2_000, '0.1'],
    [1, 2_001, '0.0'],
    [1_999, 2_000, '100.0'],
    [3, 2, '150.0'],
    [-1, 2_000, '0.0'],
    [-2, 3, '-66.7'],
  ])('R-MET-12 · %d of %d is %s percent, half up', (numerator, denominator, value) => {
    expect(metricValue(RATE, sums(numerator, denominator))).toBe(value);
  });

  test('R-MET-07 · of nothing there is no value, no light and nothing attained; a count of nothing is 0', () => {
    expect([metricValue(RATE, NO_SUMS), isAttained(RATE, NO_SUMS), trafficLight(RATE, NO_SUMS)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(metricValue(TIME, NO_SUMS)).toBeNull();
    expect(metricValue(COUNT, NO_SUMS)).toBe('0');
  });

  test('R-MET-08 · two estates with 90 of 100 and 10 of 50 are 66.7 percent together, not the mean of 55', () => {
    expect(metricValue(RATE, sums(90 + 10, 100 + 50))).toBe('66.7');
  });

  test('R-MET-12 · a mean of seconds is whole', () => {
    expect(metricValue(TIME, sums(7, 2))).toBe('4');
  });

  test('R-MET-12 · an amount is in yuan, to the fen', () => {
    const held = metricOf('DEPOSITS_HELD');
    expect([123_450, 0, -5].map((fen) => metricValue(held, sums(fen, 0)))).toEqual(['1234.50', '0.00', '-0.05']);
  });

  test.each([
    [1_000, 1_000, true, 'GREEN'],
    [1_999, 2_000, false, 'AMBER'],
    [95, 100, false, 'AMBER'],
    [949, 1_000, false, 'RED'],
  ])('a target is reached by the exact ratio: %d of %d', (numerator, denominator, attained, light) => {
    expect(isAttained(RATE, sums(numerator, denominator))).toBe(attained);
    expect(trafficLight(RATE, sums(numerator, denominator))).toBe(light);
    expect(isAttained(WORSE, sums(0, denominator))).toBe(true);
    expect(isAttained(WORSE, sums(1, denominator))).toBe(false);
  });

  test('R-MET-13, D-25 · ranks go by the rate, then the larger denominator; no data and silence stand apart', () => {
    const estates = [
      { name: 'small', silent: false, sums: sums(9, 10) },
      { name: 'none', silent: false, sums: NO_SUMS },
      { name: 'silent', silent: true, sums: sums(1, 1) },
      { name: 'large', silent: false, sums: sums(90, 100) },
      { name: 'best', silent: false, sums: sums(10, 10) },
    ];
    const ranks = (metric: typeof RATE) =>
      rankEstates(metric, estates).map(({ estate, rank }) => `${estate.name} ${rank}`);
    expect(ranks(RATE)).toEqual(['best 1', 'large 2', 'small 3', 'none null', 'silent null']);
    expect(ranks(WORSE)).toEqual(['large 1', 'small 2', 'best 3', 'none null', 'silent null']);
  });

  test('every definition has a name, words in two languages, and rules', () => {
    expect(new Set(METRICS.map(({ key }) => key)).size).toBe(METRICS.length);
    expect(new Set(METRICS.map(({ catalogueId }) => catalogueId)).size).toBe(METRICS.length);
    for (const { title, titleZh, rules, denominator, unit } of METRICS) {
      expect(title).toMatch(/^[A-Z]/);
      expect(titleZh).toMatch(/\p{Script=Han}/u);
      expect(rules.length).toBeGreaterThan(0);
      expect(denominator === null).toBe(unit === 'COUNT' || unit === 'YUAN');
    }
  });
});

describe('the period of a metric', () => {
  const code = (act: () => unknown): string => {
    try {
      act();
      return 'none';
    } catch (error) {
      return `${(error as DomainError).code} ${String((error as DomainError).facts['path'])}`;
    }
  };

  test.each([
    ['2026-02-01', '2026-01-01', 'INVALID_INPUT period.to'],
    ['2026-02-01', '2026-02-01', 'INVALID_INPUT period.to'],
    ['2026-02-30', '2026-03-01', 'INVALID_INPUT period.from'],
    ['2016-01-01', '2026-01-02', 'INVALID_INPUT period.to'],
    ['2016-01-01', '2026-01-01', 'none'],
  ])('R-MET-02 · from %s to %s: %s', (from, to, told) => {
    expect(code(() => metricPeriod({ from, to }))).toBe(told);
  });

  test.each([
    ['2026-03-01', '2026-04-01', '2026-02-01', '2026-03-01', '2026-01-29', '2025-03-01'],
    ['2026-03-10', '2026-03-20', '2026-02-28', '2026-03-10', '2026-02-28', '2025-03-10'],
  ])(
    'D-24 · %s to %s is compared with the calendar period before, as many days, or a year ago',
    (from, to, ...expected) => {
      const of = { from, to };
      const calendar = comparedPeriod(of, 'CALENDAR_BEFORE');
      expect([
        calendar.from,
        calendar.to,
        comparedPeriod(of, 'SAME_DAYS_BEFORE').from,
        comparedPeriod(of, 'YEAR_AGO').from,
      ]).toEqual(expected);
    },
  );

  const day = fc
    .integer({ min: dayNumber('2020-01-01'), max: dayNumber('2028-12-31') })
    .map((n) => addDays('1970-01-01', n));
  const period = fc
    .tuple(day, fc.integer({ min: 1, max: 900 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }));

  test('R-MET-02 · months and days cover a period without gap or overlap, and points do', () => {
    fc.assert(
      fc.property(period, fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR' as const), (of, interval) => {
        for (const parts of [stretchesOf(of), pointsOf(of, interval)]) {
          expect(parts[0]?.from).toBe(of.from);
          expect(parts.at(-1)?.to).toBe(of.to);
          parts.slice(1).forEach((part, i) => expect(part.from).toBe(parts[i]?.to));
        }
        for (const { grain, from, to } of stretchesOf(of))
          if (grain === 'MONTH') expect([from.slice(8), to.slice(8)]).toEqual(['01', '01']);
        const around = periodAround(of.from, interval);
        expect(around.from <= of.from && of.from < around.to).toBe(true);
      }),
    );
    expect(stretchesOf({ from: '2026-01-15', to: '2026-04-01' }).map(({ grain }) => grain)).toEqual(['DAY', 'MONTH']);
    expect(addCalendarMonths('2026-01-31', 1)).toBe('2026-02-28');
  });
});

describe('ages', () => {
  test('M-DSP-03, M-RPR-09 · every day of a period up to a day belongs to one age: up to one day, three, seven, or more', () => {
    const on = '2026-03-31';
    expect(agesOn('DAYS', on, { from: '2026-01-01', to: '2026-05-01' })).toEqual([
      { name: 'UP_TO_1_DAY', days: { from: '2026-03-30', to: '2026-04-01' } },
      { name: 'UP_TO_3_DAYS', days: { from: '2026-03-28', to: '2026-03-30' } },
      { name: 'UP_TO_7_DAYS', days: { from: '2026-03-24', to: '2026-03-28' } },
      { name: 'OVER_7_DAYS', days: { from: '2026-01-01', to: '2026-03-24' } },
    ]);
    expect(agesOn('DAYS', on, { from: '2026-03-29', to: '2026-03-30' })).toEqual([
      { name: 'UP_TO_3_DAYS', days: { from: '2026-03-29', to: '2026-03-30' } },
    ]);
  });

  test('M-DEP-01 · what is held is as old as whole calendar months say: up to three, six, twelve, or more', () => {
    expect(agesOn('MONTHS', '2026-05-31', { from: '2020-01-01', to: '2027-01-01' })).toEqual([
      { name: 'UP_TO_3_MONTHS', days: { from: '2026-02-28', to: '2026-06-01' } },
      { name: 'UP_TO_6_MONTHS', days: { from: '2025-11-30', to: '2026-02-28' } },
      { name: 'UP_TO_12_MONTHS', days: { from: '2025-05-31', to: '2025-11-30' } },
      { name: 'OVER_12_MONTHS', days: { from: '2020-01-01', to: '2025-05-31' } },
    ]);
  });
});

describe('percentiles of times', () => {
  const lower = (seconds: number): number => {
    let width = 1;
    while (32 * width * 2 <= seconds) width *= 2;
    return seconds - (seconds % width);
  };
  const bucketsOf = (times: readonly number[]) =>
    [...new Set(times.map(lower))].map((from) => ({
      from,
      items: times.filter((each) => lower(each) === from).length,
    }));

  test('M-RPR-19, M-CMP-22 · a percentile of counted buckets is that of the times themselves, off by a sixty-fourth at most and exact below a minute', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(63), fc.nat(100_000), fc.nat(40_000_000)), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 99 }),
        (times, percent) => {
          const exact = [...times].sort((a, b) => a - b)[Math.ceil((percent * times.length) / 100) - 1] as number;
          const told = percentileOf(bucketsOf(times), percent) as number;
          expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact < 64 ? 0 : exact / 64);
        },
      ),
    );
  });

  test('M-RPR-19 · counts of days and estates add up: together they are those of all times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000)), fc.array(fc.nat(100_000)), (some, others) => {
        const apart = [...bucketsOf(some), ...bucketsOf(others)];
        for (const percent of [1, 50, 90, 99])
          expect(percentileOf(apart, percent)).toBe(percentileOf(bucketsOf([...some, ...others]), percent));
      }),
    );
  });

  test('R-MET-07 · of no times there is no percentile; a bucket knows the part that it is of', () => {
    expect(percentileOf([], 90)).toBeNull();
    expect(bucketOf('EMERGENCY/3584')).toEqual({ part: 'EMERGENCY', from: 3_584 });
    expect(bucketOf('/0')).toEqual({ part: '', from: 0 });
  });
});
