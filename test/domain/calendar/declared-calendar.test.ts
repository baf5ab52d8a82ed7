import { describe, expect, test } from '@jest/globals';
import { explainDay } from '../../../src/domain/calendar/day-reason.js';
import { declaredCalendar, type StoredDay } from '../../../src/domain/calendar/declared-calendar.js';
import { assertDeclarable } from '../../../src/domain/calendar/declared-day.js';

const day = (id: string, estateId: string | null, on: string, working: boolean): StoredDay => ({
  id,
  estateId,
  day: on,
  working,
  name: `day ${id}`,
});
const DAYS = [
  day('a', null, '2026-11-11', false),
  day('b', null, '2026-11-12', false),
  day('c', 'E1', '2026-11-12', true),
  day('d', 'E1', '2026-11-14', true),
];

describe('the calendar of stored days', () => {
  test.each([
    ['2026-11-10', true, 'WEEKDAY', null],
    ['2026-11-11', false, 'COMPANY', 'day a'],
    ['2026-11-12', true, 'ESTATE', 'day c'],
    ['2026-11-14', true, 'ESTATE', 'day d'],
    ['2026-11-15', false, 'WEEKEND', null],
    ['2026-10-01', false, 'STATUTORY_HOLIDAY', 'National Day'],
    ['2026-10-10', true, 'MAKE_UP_DAY', 'National Day'],
    ['2028-02-29', true, 'WEEKDAY', null],
  ])('Q-16 · %s works: %s, by %s', (on, working, reason, name) => {
    const calendar = declaredCalendar('Asia/Shanghai', 'CN', DAYS);
    expect(explainDay(on, calendar)).toMatchObject({ day: on, working, reason, name });
  });

  test.each([
    ['CN', '2026-10-01', true],
    ['CN', '2031-10-01', false],
    ['OTHER', '2031-10-01', true],
  ] as const)('Q-16 · %s on %s is known: %s', (region, on, known) => {
    expect(explainDay(on, declaredCalendar('Asia/Shanghai', region, [])).known).toBe(known);
  });

  test('the same content is the same calendar, whatever the order; other content another', () => {
    const calendar = declaredCalendar('Asia/Shanghai', 'CN', DAYS);
    expect(declaredCalendar('Asia/Shanghai', 'CN', [...DAYS].reverse())).toBe(calendar);
    expect(declaredCalendar('Asia/Shanghai', 'OTHER', DAYS)).not.toBe(calendar);
    expect(declaredCalendar('Asia/Macau', 'CN', DAYS)).not.toBe(calendar);
    expect(declaredCalendar('Asia/Shanghai', 'CN', DAYS.slice(1))).not.toBe(calendar);
  });

  test('Q-16 · a zone that is none is refused', () => {
    expect(() => declaredCalendar('Mars/Olympus', 'CN', [])).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});

describe('declaring a day', () => {
  test.each([
    ['2026-11-22', true],
    ['2026-11-23', true],
    ['2056-11-22', true],
    ['2026-11-21', false],
    ['2056-11-23', false],
    ['2026-02-30', false],
    ['soon', false],
  ])('R-MET-09 · on 22 November 2026, %s may be declared: %s', (on, may) => {
    const declare = (): void => assertDeclarable(on, '2026-11-22');
    if (may) expect(declare).not.toThrow();
    else
      expect(declare).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          facts: expect.objectContaining({ path: 'input.day' }) as object,
        }),
      );
  });
});
