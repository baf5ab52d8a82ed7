import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import { ageingBucketOf, earliestDueDay } from '../../../src/domain/collection/ageing.js';
import { percentOf } from '../../../src/domain/collection/collection-scope.js';
import { assertMonths } from '../../../src/domain/collection/target-period.js';

describe('how old a debt is', () => {
  test.each([
    ['2025-12-31', '2025-12-31', 'NOT_DUE'],
    ['2025-12-31', '2026-01-01', 'UP_TO_TWO_MONTHS'],
    ['2025-12-31', '2026-02-28', 'UP_TO_TWO_MONTHS'],
    ['2025-12-31', '2026-03-01', 'UP_TO_ONE_YEAR'],
    ['2023-12-31', '2024-02-29', 'UP_TO_TWO_MONTHS'],
    ['2025-12-31', '2026-12-31', 'UP_TO_ONE_YEAR'],
    ['2025-12-31', '2027-01-01', 'OVER_ONE_YEAR'],
    ['2024-02-29', '2025-02-28', 'UP_TO_ONE_YEAR'],
    ['2024-02-29', '2025-03-01', 'OVER_ONE_YEAR'],
  ])('M-FEE-05, R-DUN-04, R-DUN-07 · due %s, on %s it is %s', (due, on, bucket) => {
    expect(ageingBucketOf(due, on)).toBe(bucket);
  });

  test('M-FEE-05 · where reading begins, nothing of a bucket is left out', () => {
    for (let at = 0; at < 800; at += 1) {
      const on = addDays('2026-12-30', Math.floor(at / 4));
      const due = addDays('2025-10-01', at);
      const bucket = ageingBucketOf(due, on);
      const earliest = earliestDueDay([bucket], addDays(on, -1));
      expect([due, on, earliest === null || earliest <= due]).toEqual([due, on, true]);
    }
  });
});

describe('shares', () => {
  test.each([
    [100, 150, '66.7'],
    [0, 10, '0.0'],
    [1, 2000, '0.1'],
    [-5, 100, '-5.0'],
    [9_999_999_999_999, 10_000_000_000_000, '100.0'],
    [0, 0, null],
  ])('R-MET-12 · %s of %s are %s percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });
});

describe('months of a target', () => {
  test.each([
    ['2026-01-02', '2026-02-01', 'fromMonth'],
    ['2026-01-01', '2026-01-31', 'untilMonth'],
    ['2026-01-01', '2026-01-01', 'untilMonth'],
    ['2026-01-01', '2027-02-01', 'untilMonth'],
    ['2026-02-30', '2026-03-01', 'fromMonth'],
  ])('R-FEE-05 · %s to %s is none: %s', (fromMonth, untilMonth, path) => {
    let thrown: unknown;
    try {
      assertMonths({ fromMonth, untilMonth }, 'input');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'INVALID_INPUT', facts: { path: `input.${path}` } });
  });
  test('R-FEE-05 · a month, a quarter and a year are', () => {
    for (const untilMonth of ['2026-02-01', '2026-04-01', '2027-01-01'])
      expect(() => {
        assertMonths({ fromMonth: '2026-01-01', untilMonth }, 'input');
      }).not.toThrow();
  });
});
