import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  nextDeskClosing,
  nextDeskOpening,
  withinDeskHours,
  workingMinutesBetween,
  workingTimeAfter,
} from '../../../src/domain/calendar/desk-time.js';
import { everyDay, parseWeeklyHours, type WeeklyHours } from '../../../src/domain/calendar/weekly-hours.js';
import { workingCalendar, type WorkingCalendar } from '../../../src/domain/calendar/working-calendar.js';

const window = (from: string, to: string): { from: string; to: string } => ({ from, to });
const SPLIT = [window('08:30', '12:00'), window('14:00', '18:00')];
const DESK = parseWeeklyHours('hours', {
  weekdays: {
    MON: SPLIT,
    TUE: SPLIT,
    WED: SPLIT,
    THU: SPLIT,
    FRI: [window('08:30', '12:00'), window('14:00', '17:00')],
    SAT: [window('09:00', '12:00')],
    SUN: [],
  },
  holidays: [window('10:00', '11:00')],
  makeUpDays: SPLIT,
  dates: { '2026-02-16': [window('09:00', '09:30')], '2026-02-17': [] },
});
/** Night control room: Sunday to Thursday 20:00–06:00, closed on holidays. */
const NIGHT = parseWeeklyHours('hours', {
  weekdays: {
    MON: [window('20:00', '06:00')],
    TUE: [window('20:00', '06:00')],
    WED: [window('20:00', '06:00')],
    THU: [window('20:00', '06:00')],
    FRI: [],
    SAT: [],
    SUN: [window('20:00', '06:00')],
  },
  holidays: 'CLOSED',
  makeUpDays: 'AS_WEEKDAY',
});
const ALWAYS = everyDay([window('00:00', '24:00')]);
const QUIET = everyDay([window('12:00', '14:00'), window('21:00', '08:00')]);
const NEVER = everyDay([]);

const china = workingCalendar({ timeZone: 'Asia/Shanghai', region: 'CN' });
const berlin = workingCalendar({ timeZone: 'Europe/Berlin', region: 'OTHER' });
const la = workingCalendar({ timeZone: 'America/Los_Angeles', region: 'OTHER' });
const howe = workingCalendar({ timeZone: 'Australia/Lord_Howe', region: 'OTHER' });
const nepal = workingCalendar({ timeZone: 'Asia/Kathmandu', region: 'OTHER' });
const at = (text: string): Date => new Date(text);

describe('inside desk hours', () => {
  test.each([
    ['2026-03-04T08:29:59.999+08:00', false],
    ['2026-03-04T08:30:00+08:00', true], // Wednesday
    ['2026-03-04T11:59:59.999+08:00', true],
    ['2026-03-04T12:00:00+08:00', false],
    ['2026-03-04T14:00:00+08:00', true],
    ['2026-03-06T17:00:00+08:00', false], // Friday closes earlier
    ['2026-03-07T09:30:00+08:00', true], // an ordinary Saturday
    ['2026-03-08T09:30:00+08:00', false], // an ordinary Sunday
    ['2026-02-28T15:00:00+08:00', true], // a make-up Saturday
    ['2026-09-20T15:00:00+08:00', true], // a make-up Sunday
    ['2026-10-05T10:30:00+08:00', true], // holiday hours
    ['2026-10-05T15:00:00+08:00', false],
    ['2026-10-03T11:30:00+08:00', false], // a Saturday of the holiday keeps holiday hours
    ['2026-02-16T09:15:00+08:00', true], // a dated day has its own hours
    ['2026-02-16T10:30:00+08:00', false],
    ['2026-02-17T10:30:00+08:00', false], // a dated day is closed
  ])('D-08 · %s: %s', (instant, within) => {
    expect(withinDeskHours(at(instant), DESK, china)).toBe(within);
  });

  test.each([
    ['2026-03-02T05:59:00+08:00', true], // Monday morning is Sunday's shift
    ['2026-03-02T06:00:00+08:00', false],
    ['2026-03-06T05:00:00+08:00', true],
    ['2026-03-07T05:00:00+08:00', false], // Friday has no night shift
    ['2026-10-01T03:00:00+08:00', true], // the shift of 30 September ends on the holiday
    ['2026-10-01T21:00:00+08:00', false],
    ['2026-10-08T03:00:00+08:00', false], // the holiday's night was closed
    ['2026-10-08T20:00:00+08:00', true],
  ])('D-08 · a shift over midnight belongs to the day on which it begins: %s %s', (instant, within) => {
    expect(withinDeskHours(at(instant), NIGHT, china)).toBe(within);
  });

  test.each([
    ['2026-03-04T20:59:59+08:00', false],
    ['2026-03-04T21:00:00+08:00', true],
    ['2026-03-05T03:00:00+08:00', true],
    ['2026-03-05T07:59:59+08:00', true],
    ['2026-03-05T08:00:00+08:00', false],
    ['2026-03-05T12:00:00+08:00', true],
    ['2026-03-05T14:00:00+08:00', false],
    ['2026-10-01T22:00:00+08:00', true],
  ])('P-02, D-03 · quiet hours are a set of windows like others: %s %s', (instant, quiet) => {
    expect(withinDeskHours(at(instant), QUIET, china)).toBe(quiet);
  });

  test.each([
    ['2026-03-04T22:15:00+08:00', '2026-03-05T08:00:00+08:00'],
    ['2026-03-05T12:30:00+08:00', '2026-03-05T14:00:00+08:00'],
    ['2026-03-05T15:00:00+08:00', '2026-03-05T15:00:00+08:00'],
  ])('P-02, D-03 · at %s talking is free from %s', (instant, free) => {
    expect(nextDeskClosing(at(instant), QUIET, china)).toEqual(at(free));
  });

  test('a holiday’s own hours begin after the night shift that runs into them', () => {
    const hours = parseWeeklyHours('hours', {
      weekdays: { MON: [], TUE: [], WED: [window('22:00', '09:00')], THU: [], FRI: [], SAT: [], SUN: [] },
      holidays: [window('08:00', '10:00')],
      makeUpDays: 'AS_WEEKDAY',
    });
    // Wednesday 30 September 22:00 to 1 October 10:00, one opening of twelve hours
    const [from, to] = [at('2026-09-30T22:00:00+08:00'), at('2026-10-01T10:00:00+08:00')];
    expect(workingMinutesBetween(at('2026-09-30T12:00:00+08:00'), at('2026-10-01T12:00:00+08:00'), hours, china)).toBe(
      720,
    );
    expect(nextDeskClosing(from, hours, china)).toEqual(to);
  });
});

describe('when the desk opens next', () => {
  test.each([
    ['2026-03-04T10:00:00+08:00', '2026-03-04T10:00:00+08:00'],
    ['2026-03-04T12:00:00+08:00', '2026-03-04T14:00:00+08:00'],
    ['2026-03-04T18:00:00+08:00', '2026-03-05T08:30:00+08:00'],
    ['2026-03-07T12:00:00+08:00', '2026-03-09T08:30:00+08:00'],
    ['2026-09-30T18:00:00+08:00', '2026-10-01T10:00:00+08:00'],
    ['2026-02-16T09:30:00+08:00', '2026-02-18T10:00:00+08:00'],
  ])('D-08 · at %s it opens at %s', (instant, opening) => {
    expect(nextDeskOpening(at(instant), DESK, china)).toEqual(at(opening));
  });

  test('D-08 · hours without a window never open, hours without a gap never close', () => {
    expect(nextDeskOpening(at('2026-03-04T10:00:00Z'), NEVER, china)).toBeNull();
    expect(nextDeskClosing(at('2026-03-04T10:00:00Z'), NEVER, china)).toEqual(at('2026-03-04T10:00:00Z'));
    expect(nextDeskClosing(at('2026-03-04T10:00:00Z'), ALWAYS, china)).toBeNull();
  });
});

describe('time that counts only in desk hours', () => {
  test.each([
    ['2026-03-04T09:00:00+08:00', 60, '2026-03-04T10:00:00+08:00'],
    ['2026-03-04T11:30:00+08:00', 30, '2026-03-04T12:00:00+08:00'], // due when the shift ends
    ['2026-03-04T11:30:00+08:00', 31, '2026-03-04T14:01:00+08:00'],
    ['2026-03-04T13:00:00+08:00', 240, '2026-03-04T18:00:00+08:00'],
    ['2026-03-04T18:00:00+08:00', 1, '2026-03-05T08:31:00+08:00'],
    ['2026-03-06T16:50:00+08:00', 20, '2026-03-07T09:10:00+08:00'],
    ['2026-09-30T17:00:00+08:00', 90, '2026-10-01T10:30:00+08:00'],
    ['2026-03-08T10:00:00+08:00', 0, '2026-03-08T10:00:00+08:00'], // nothing is due at once, also on a Sunday
    ['2026-03-02T00:00:00+08:00', 2_370, '2026-03-07T12:00:00+08:00'], // a whole week
    ['2026-03-04T09:00:00+08:00', 0.5, '2026-03-04T09:00:30+08:00'],
  ])('R-MET-05, D-08 · from %s, %d minutes end at %s', (start, minutes, due) => {
    expect(workingTimeAfter(at(start), minutes, DESK, china)).toEqual(at(due));
    expect(workingMinutesBetween(at(start), at(due), DESK, china)).toBe(minutes);
  });

  test.each([
    // clocks go forward: 00:00–24:00 has 23 hours, 24 hours of it end an hour later
    ['Berlin forward', berlin, '2026-03-28T23:00:00Z', 1440, '2026-03-29T23:00:00Z', 1380],
    ['Berlin back', berlin, '2026-10-24T22:00:00Z', 1440, '2026-10-25T22:00:00Z', 1500],
    ['Los Angeles forward', la, '2026-03-08T08:00:00Z', 1440, '2026-03-09T08:00:00Z', 1380],
    ['Los Angeles back', la, '2026-11-01T07:00:00Z', 1440, '2026-11-02T07:00:00Z', 1500],
    ['Lord Howe forward', howe, '2026-10-03T13:30:00Z', 1440, '2026-10-04T13:30:00Z', 1410],
    ['Lord Howe back', howe, '2026-04-04T13:00:00Z', 1440, '2026-04-05T13:00:00Z', 1470],
    ['Kathmandu, no change', nepal, '2026-04-04T18:15:00Z', 1440, '2026-04-05T18:15:00Z', 1440],
  ])('R-MET-10 · open all day is elapsed time, whatever clocks show: %s', (_, calendar, start, minutes, due, day) => {
    expect(workingTimeAfter(at(start), minutes, ALWAYS, calendar)).toEqual(at(due));
    const next = at(start).getTime() + day * 60_000;
    const shown = new Intl.DateTimeFormat('en-GB', { timeZone: calendar.timeZone, timeStyle: 'short' });
    expect([shown.format(at(start)), shown.format(next)]).toEqual(['00:00', '00:00']);
  });

  test.each([
    // a night shift of Saturday 22:00 to Sunday 06:00
    [berlin, '2026-03-28T12:00:00Z', 7],
    [berlin, '2026-10-24T12:00:00Z', 9],
    [berlin, '2026-07-04T12:00:00Z', 8],
    [la, '2026-03-07T20:00:00Z', 7],
    [la, '2026-10-31T20:00:00Z', 9],
    [howe, '2026-10-03T02:00:00Z', 7.5],
    [howe, '2026-04-04T02:00:00Z', 8.5],
  ])('D-08 · a night in which clocks change has its real length: %#', (calendar: WorkingCalendar, noon, hours) => {
    const night = everyDay([window('22:00', '06:00')]);
    const next = at(noon).getTime() + 24 * 3_600_000;
    expect(workingMinutesBetween(at(noon), new Date(next), night, calendar)).toBe(hours * 60);
  });

  test('D-08 · a window inside the hour that clocks skip is empty, one that reaches over its end is the rest', () => {
    const [from, to] = [at('2026-03-29T00:00:00Z'), at('2026-03-29T12:00:00Z')];
    expect(workingMinutesBetween(from, to, everyDay([window('02:15', '02:45')]), berlin)).toBe(0);
    expect(workingMinutesBetween(from, to, everyDay([window('02:30', '03:15')]), berlin)).toBe(15);
  });

  test('R-MET-05, D-08 · a limit of whole days ends when the desk closes, however many days they are', () => {
    const day = everyDay([window('09:00', '17:00')]);
    const start = at('2026-01-05T00:00:00+08:00');
    for (let days = 1; days <= 100; days += 1) {
      const due = at('2026-01-04T17:00:00+08:00').getTime() + days * 86_400_000;
      expect(workingTimeAfter(start, days * 480, day, china)).toEqual(new Date(due));
    }
  });

  test('D-08 · a limit that the hours do not give within ten years has no deadline', () => {
    expect(workingTimeAfter(at('2026-03-04T10:00:00Z'), 1, NEVER, china)).toBeNull();
    expect(workingTimeAfter(at('2026-03-04T10:00:00Z'), 20 * 366 * 1440, ALWAYS, china)).toBeNull();
    expect(workingTimeAfter(at('2026-01-01T00:00:00Z'), 9 * 365 * 1440, ALWAYS, nepal)).toEqual(
      new Date(Date.UTC(2026, 0, 1) + 9 * 365 * 86_400_000),
    );
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d minutes are refused', (minutes) => {
    expect(() => workingTimeAfter(at('2026-03-04T10:00:00Z'), minutes, DESK, china)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});

describe('laws of desk time', () => {
  const instants = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2037, 0, 1) }).map((ms) => new Date(ms));
  const hours = fc.constantFrom<WeeklyHours>(DESK, NIGHT, ALWAYS, QUIET);
  const calendars = fc.constantFrom(china, berlin, la, howe, nepal);
  const minutes = fc.integer({ min: 1, max: 60_000 });

  test('D-08 · the next opening lies inside the hours, and nothing before it does', () => {
    fc.assert(
      fc.property(instants, hours, calendars, (instant, desk, calendar) => {
        const opening = nextDeskOpening(instant, desk, calendar) ?? instant;
        expect(withinDeskHours(opening, desk, calendar)).toBe(true);
        expect(opening >= instant).toBe(true);
        expect(workingMinutesBetween(instant, opening, desk, calendar)).toBe(0);
      }),
    );
  });

  test('D-08 · between a start and its deadline lie exactly the minutes of the limit, and not before it', () => {
    fc.assert(
      fc.property(instants, minutes, hours, calendars, (start, limit, desk, calendar) => {
        const due = workingTimeAfter(start, limit, desk, calendar) ?? start;
        expect(workingMinutesBetween(start, due, desk, calendar)).toBe(limit);
        expect(workingMinutesBetween(start, new Date(due.getTime() - 1), desk, calendar)).toBeLessThan(limit);
        expect(workingMinutesBetween(due, start, desk, calendar)).toBe(-limit);
      }),
    );
  });

  test('D-08 · a later start or a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(
        instants,
        minutes,
        fc.nat(9_999),
        fc.nat(1e9),
        hours,
        calendars,
        (start, n, more, ms, desk, calendar) => {
          const due = workingTimeAfter(start, n, desk, calendar)?.getTime() ?? 0;
          const later = workingTimeAfter(new Date(start.getTime() + ms), n, desk, calendar)?.getTime() ?? 0;
          const longer = workingTimeAfter(start, n + more, desk, calendar)?.getTime() ?? 0;
          expect([later >= due, longer >= due]).toEqual([true, true]);
        },
      ),
    );
  });

  test('D-08 · minutes of two spans that meet add up', () => {
    fc.assert(
      fc.property(instants, instants, instants, hours, calendars, (a, b, c, desk, calendar) => {
        const between = (from: Date, to: Date): number => workingMinutesBetween(from, to, desk, calendar);
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 6);
      }),
    );
  });
});
