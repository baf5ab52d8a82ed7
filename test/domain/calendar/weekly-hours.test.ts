import { describe, expect, test } from '@jest/globals';
import { WEEKDAYS } from '../../../src/domain/calendar/calendar-day.js';
import { everyDay, parseWeeklyHours } from '../../../src/domain/calendar/weekly-hours.js';

const window = (from: string, to: string): unknown => ({ from, to });
const week = (monday: unknown, rest: object = {}): object => ({
  weekdays: { ...Object.fromEntries(WEEKDAYS.map((day) => [day, []])), MON: monday },
  holidays: 'CLOSED',
  makeUpDays: 'AS_WEEKDAY',
  ...rest,
});

describe('hours of a week', () => {
  test('D-08 · split shifts, windows that touch, a night and the end of the day are hours', () => {
    const monday = [window('00:00', '08:00'), window('08:00', '12:00'), window('22:00', '07:00')];
    const hours = parseWeeklyHours('hours', week(monday, { dates: { '2028-02-29': [window('09:00', '24:00')] } }));
    expect(hours).toEqual({ ...week(monday), dates: { '2028-02-29': [window('09:00', '24:00')] } });
    expect(parseWeeklyHours('hours', JSON.parse(JSON.stringify(hours)))).toEqual(hours);
    expect([hours, hours.weekdays, hours.weekdays.MON, hours.weekdays.MON[0], hours.dates].every(Object.isFrozen)).toBe(
      true,
    );
  });

  test.each<[string, unknown, string]>([
    ['hours', null, 'nothing'],
    ['hours', [], 'a list'],
    ['hours.holidays', { weekdays: {}, makeUpDays: 'AS_WEEKDAY' }, 'a part missing'],
    ['hours', week([], { extra: 1 }), 'a part unknown'],
    ['hours.weekdays.MON', week({}), 'no list'],
    ['hours.weekdays.MON', week(Array.from({ length: 13 }, () => window('08:00', '09:00'))), 'too many windows'],
    ['hours.weekdays.MON.0', week([window('08:00', '08:00')]), 'an empty window'],
    ['hours.weekdays.MON.0.from', week([window('24:00', '08:00')]), 'a beginning at the end of the day'],
    ['hours.weekdays.MON.0.to', week([window('08:00', '8:30')]), 'a time of another form'],
    ['hours.weekdays.MON.0.to', week([{ from: '08:00', to: 830 }]), 'a number'],
    ['hours.weekdays.MON.1', week([window('08:00', '12:00'), window('11:00', '13:00')]), 'an overlap'],
    ['hours.weekdays.MON.1', week([window('13:00', '14:00'), window('08:00', '09:00')]), 'no order'],
    ['hours.weekdays.MON.1', week([window('20:00', '06:00'), window('22:00', '23:00')]), 'a window after the night'],
    ['hours.holidays', week([], { holidays: 'OPEN' }), 'a word unknown'],
    ['hours.makeUpDays', week([], { makeUpDays: 'CLOSED' }), 'a word of another place'],
    ['hours.dates', week([], { dates: { '2027-02-29': [] } }), 'a day that is none'],
    ['hours.dates', week([], { dates: [] }), 'dates as a list'],
    ['hours.dates.2028-02-29.0', week([], { dates: { '2028-02-29': [window('09:00', '09:00')] } }), 'a dated window'],
  ])('D-08 · %s is refused with its path: %j (%s)', (path, json) => {
    expect(() => parseWeeklyHours('hours', json)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ path }) as object }),
    );
  });

  test('D-08 · a night that runs into the next weekday’s first window is refused', () => {
    expect(() => everyDay([window('05:00', '07:00'), window('22:00', '06:00')] as never)).toThrow(
      expect.objectContaining({ facts: { path: 'hours.weekdays.MON' } }),
    );
    expect(() => everyDay([window('06:00', '07:00'), window('22:00', '06:00')] as never)).not.toThrow();
  });
});
