import { describe, expect, test } from '@jest/globals';
import {
  dayInCalendar,
  isWorkingDay,
  workingCalendar,
  type DayOverride,
} from '../../../src/domain/calendar/working-calendar.js';

const china = workingCalendar({ timeZone: 'Asia/Shanghai', region: 'CN' });
const berlin = workingCalendar({ timeZone: 'Europe/Berlin', region: 'OTHER' });

describe('which days are working days', () => {
  test.each([
    ['2024-02-04', true, 'MAKE_UP', 'Spring Festival'], // Sunday
    ['2024-02-09', true, 'ORDINARY', null], // New Year's Eve was no statutory holiday in 2024
    ['2024-02-10', false, 'HOLIDAY', 'Spring Festival'],
    ['2024-02-17', false, 'HOLIDAY', 'Spring Festival'],
    ['2024-02-18', true, 'MAKE_UP', 'Spring Festival'], // Sunday
    ['2024-09-29', true, 'MAKE_UP', 'National Day'], // Sunday
    ['2024-10-01', false, 'HOLIDAY', 'National Day'],
    ['2024-10-07', false, 'HOLIDAY', 'National Day'],
    ['2024-10-08', true, 'ORDINARY', null],
    ['2024-10-12', true, 'MAKE_UP', 'National Day'], // Saturday
    ['2024-10-13', false, 'ORDINARY', null],
    ['2025-01-26', true, 'MAKE_UP', 'Spring Festival'], // Sunday
    ['2025-01-28', false, 'HOLIDAY', 'Spring Festival'],
    ['2025-02-04', false, 'HOLIDAY', 'Spring Festival'],
    ['2025-02-05', true, 'ORDINARY', null],
    ['2025-02-08', true, 'MAKE_UP', 'Spring Festival'], // Saturday
    ['2025-09-28', true, 'MAKE_UP', 'National Day'], // Sunday
    ['2025-10-08', false, 'HOLIDAY', 'National Day'],
    ['2025-10-11', true, 'MAKE_UP', 'National Day'], // Saturday
    ['2026-02-14', true, 'MAKE_UP', 'Spring Festival'], // Saturday
    ['2026-02-15', false, 'HOLIDAY', 'Spring Festival'],
    ['2026-02-23', false, 'HOLIDAY', 'Spring Festival'],
    ['2026-02-28', true, 'MAKE_UP', 'Spring Festival'], // Saturday
    ['2026-09-20', true, 'MAKE_UP', 'National Day'], // Sunday
    ['2026-10-07', false, 'HOLIDAY', 'National Day'],
    ['2026-10-10', true, 'MAKE_UP', 'National Day'], // Saturday
  ])('Q-16 · the state decides of %s: working %s, %s', (day, working, kind, name) => {
    const found = dayInCalendar(day, china);
    expect(found).toMatchObject({ working, kind, setBy: null, basis: 'STATUTORY' });
    expect(found.name === null ? null : found.name.split("'")[0]).toBe(name);
  });

  test('Q-16 · a holiday carries its English and its Chinese name', () => {
    expect(dayInCalendar('2026-02-17', china)).toMatchObject({ name: 'Spring Festival', nameZh: '春节' });
  });

  test.each([
    ['2035-10-01', true], // Monday, National Day
    ['2035-10-06', false], // Saturday
    ['2003-10-01', true],
  ])('Q-16 · a year that the library does not know falls back to weekdays and says so: %s', (day, working) => {
    expect(dayInCalendar(day, china)).toEqual({
      working,
      kind: 'ORDINARY',
      name: null,
      nameZh: null,
      setBy: null,
      basis: 'WEEKDAYS_ASSUMED',
    });
  });

  test('Q-16 · the last days of December wait for the arrangement of the next year', () => {
    expect(dayInCalendar('2024-12-30', china).basis).toBe('STATUTORY');
    const lastKnown = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035].find(
      (year) => dayInCalendar(`${year + 1}-06-15`, china).basis === 'WEEKDAYS_ASSUMED',
    );
    expect(dayInCalendar(`${lastKnown}-12-24`, china).basis).toBe('STATUTORY');
    expect(dayInCalendar(`${lastKnown}-12-25`, china).basis).toBe('WEEKDAYS_ASSUMED');
  });

  test('Q-16 · elsewhere weekdays are working days by choice, not by assumption', () => {
    expect(dayInCalendar('2026-10-01', berlin)).toMatchObject({ working: true, basis: 'WEEKDAYS' });
    expect(isWorkingDay('2026-10-03', berlin)).toBe(false);
    expect(isWorkingDay('2026-02-28', berlin)).toBe(false);
  });

  test('Q-16 · the company declares days over the state, the estate over the company', () => {
    const declared = (day: string, working: boolean, name: string): DayOverride => ({ day, working, name });
    const calendar = workingCalendar({
      timeZone: 'Asia/Shanghai',
      region: 'CN',
      company: [
        declared('2026-05-15', false, 'Founders’ day'),
        declared('2026-10-02', true, 'Sale of flats'),
        declared('2026-06-06', true, 'Stock-taking'),
        declared('2035-10-01', false, 'National Day'),
      ],
      estate: [declared('2026-05-15', true, 'Handover of tower 3')],
    });
    expect(dayInCalendar('2026-05-15', calendar)).toMatchObject({
      working: true,
      kind: 'ORDINARY',
      name: 'Handover of tower 3',
      setBy: 'ESTATE',
    });
    expect(dayInCalendar('2026-10-02', calendar)).toMatchObject({ working: true, kind: 'ORDINARY', setBy: 'COMPANY' });
    expect(dayInCalendar('2026-06-06', calendar)).toMatchObject({ working: true, kind: 'MAKE_UP', setBy: 'COMPANY' });
    expect(dayInCalendar('2035-10-01', calendar)).toMatchObject({
      working: false,
      kind: 'HOLIDAY',
      basis: 'STATUTORY',
    });
    expect(dayInCalendar('2026-05-14', calendar)).toEqual(dayInCalendar('2026-05-14', china));
  });

  test('of two declarations of one day by the same side the later holds', () => {
    const company = [true, false].map((working) => ({ day: '2026-05-14', working, name: 'x' }));
    expect(isWorkingDay('2026-05-14', workingCalendar({ timeZone: 'UTC', region: 'OTHER', company }))).toBe(false);
  });

  test('a zone or a day that does not exist is refused', () => {
    const invalid = expect.objectContaining({ code: 'INVALID_INPUT' });
    expect(() => workingCalendar({ timeZone: 'Asia/Atlantis', region: 'CN' })).toThrow(invalid);
    const company = [{ day: '2026-02-29', working: false, name: 'x' }];
    expect(() => workingCalendar({ timeZone: 'UTC', region: 'CN', company })).toThrow(invalid);
    expect(() => isWorkingDay('2026-13-01', china)).toThrow(invalid);
  });
});
