import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarMonths, addDays } from '../../../src/domain/calendar/calendar-day.js';
import { isWorkingDay, workingCalendar } from '../../../src/domain/calendar/working-calendar.js';
import { workingDayDeadline, workingDaysAfter, workingDaysBetween } from '../../../src/domain/calendar/working-days.js';

const china = workingCalendar({ timeZone: 'Asia/Shanghai', region: 'CN' });
const elsewhere = workingCalendar({ timeZone: 'America/Los_Angeles', region: 'OTHER' });
const days = fc.integer({ min: 0, max: 14_000 }).map((n) => addDays('2004-01-01', n));
const calendars = fc.constantFrom(china, elsewhere);

describe('limits in working days', () => {
  test.each([
    ['2026-10-09', 0, '2026-10-09'],
    ['2026-10-09', 1, '2026-10-10'], // the Saturday is a make-up day
    ['2026-10-09', 2, '2026-10-12'],
    ['2026-09-30', 1, '2026-10-08'], // National Day, 1 to 7 October
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-18', 1, '2026-09-20'], // a Sunday
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'], // Spring Festival, 15 to 23 February
    ['2026-02-14', 5, '2026-02-28'],
    ['2025-01-27', 2, '2025-02-06'],
    ['2024-02-08', 3, '2024-02-19'], // over Sunday the 18th
    ['2024-02-28', 2, '2024-03-01'], // leap day
    ['2026-10-03', 0, '2026-10-03'], // day 0 may be a holiday
    ['2026-10-03', 1, '2026-10-08'],
  ])('R-MET-10 · %s and %i working days is %s', (from, n, to) => {
    expect(workingDaysAfter(from, n, china)).toEqual({ day: to, basis: 'STATUTORY' });
    expect(workingDaysBetween(from, to, china)).toEqual({ days: n, basis: 'STATUTORY' });
  });

  test('R-MET-10 · a limit that runs into an unknown year says that weekdays were assumed', () => {
    expect(workingDaysAfter('2035-09-28', 1, china)).toEqual({ day: '2035-10-01', basis: 'WEEKDAYS_ASSUMED' });
    expect(workingDaysBetween('2035-09-28', '2035-10-01', china)).toEqual({ days: 1, basis: 'WEEKDAYS_ASSUMED' });
    expect(workingDaysAfter('2035-09-28', 0, china).basis).toBe('STATUTORY');
    expect(workingDaysAfter('2035-09-28', 1, elsewhere).basis).toBe('WEEKDAYS');
  });

  test('R-MET-05, R-MET-10 · the deadline is the last instant of day N in local time, and attains', () => {
    const start = new Date('2026-09-29T20:00:00Z'); // 30 September, 04:00, in Shanghai
    const { deadline, basis } = workingDayDeadline(start, 1, china);
    expect(deadline.toISOString()).toBe('2026-10-08T15:59:59.999Z');
    expect(basis).toBe('STATUTORY');
    expect(workingDayDeadline(start, 1, elsewhere).deadline.toISOString()).toBe('2026-10-01T06:59:59.999Z');
  });

  test.each([-1, 1.5, Number.NaN, 2_001])('R-MET-10 · %d working days are refused', (n) => {
    expect(() => workingDaysAfter('2026-01-01', n, china)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test('R-MET-10 · a calendar without working days is refused, not searched for ever', () => {
    const estate = Array.from({ length: 6_600 }, (_, i) => ({
      day: addDays('2026-01-01', i),
      working: false,
      name: 'closed',
    }));
    const closed = workingCalendar({ timeZone: 'UTC', region: 'OTHER', estate });
    expect(() => workingDaysAfter('2026-01-01', 1, closed)).toThrow(
      expect.objectContaining({ code: 'RULE_REFUSED', facts: { rule: 'R-MET-10', day: '2026-01-01' } }),
    );
  });

  test('days of different centuries are not counted through', () => {
    expect(() => workingDaysBetween('1700-01-01', '2026-01-01', china)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test('R-MET-10 · counting back gives what was counted forward', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), calendars, (day, n, calendar) => {
        const { day: end } = workingDaysAfter(day, n, calendar);
        expect(workingDaysBetween(day, end, calendar).days).toBe(n);
        expect(workingDaysBetween(end, day, calendar).days).toBe(0 - n);
        if (n > 0) expect(isWorkingDay(end, calendar)).toBe(true);
      }),
    );
  });

  test('R-MET-10 · every working day is reached by the count that leads to it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), calendars, (day, gap, calendar) => {
        const end = addDays(day, gap);
        fc.pre(isWorkingDay(end, calendar));
        expect(workingDaysAfter(day, workingDaysBetween(day, end, calendar).days, calendar).day).toBe(end);
      }),
    );
  });

  test('R-MET-10 · a later start or a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(days, fc.nat(60), fc.nat(60), fc.nat(40), calendars, (day, n, more, later, calendar) => {
        const { day: end } = workingDaysAfter(day, n, calendar);
        expect(workingDaysAfter(day, n + more, calendar).day >= end).toBe(true);
        const moved = workingDaysAfter(addDays(day, later), n, calendar).day;
        expect(n === 0 || moved >= end).toBe(true);
      }),
    );
  });
});

describe('limits in calendar months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('R-MET-10 · %s and %i months is %s', (day, months, expected) => {
    expect(addCalendarMonths(day, months)).toBe(expected);
  });
});
