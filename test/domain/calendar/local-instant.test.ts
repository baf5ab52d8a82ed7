import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import {
  deadlineOfLocalDay,
  endOfLocalDay,
  localInstant,
  startOfLocalDay,
} from '../../../src/domain/calendar/local-instant.js';
import { localDay } from '../../../src/domain/place/local-day.js';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Los_Angeles',
  'Europe/Berlin',
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/Nuuk',
  'UTC',
];

describe('a local day and time as an instant', () => {
  test.each([
    ['Asia/Shanghai', '2026-03-01', '08:30', '2026-03-01T00:30:00Z'],
    ['Asia/Kathmandu', '2026-03-01', '00:00', '2026-02-28T18:15:00Z'],
    ['Asia/Kathmandu', '2028-02-29', '24:00', '2028-02-29T18:15:00Z'],
    // Los Angeles: forward on 8 March 2026 at 02:00, back on 1 November at 02:00
    ['America/Los_Angeles', '2026-03-08', '01:59', '2026-03-08T09:59:00Z'],
    ['America/Los_Angeles', '2026-03-08', '02:30', '2026-03-08T10:00:00Z'],
    ['America/Los_Angeles', '2026-03-08', '03:00', '2026-03-08T10:00:00Z'],
    ['America/Los_Angeles', '2026-03-08', '03:30', '2026-03-08T10:30:00Z'],
    ['America/Los_Angeles', '2026-11-01', '01:30', '2026-11-01T08:30:00Z'],
    ['America/Los_Angeles', '2026-11-01', '02:00', '2026-11-01T10:00:00Z'],
    // Berlin: forward on 29 March 2026 at 02:00, back on 25 October at 03:00
    ['Europe/Berlin', '2026-03-29', '02:01', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '12:00', '2026-03-29T10:00:00Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    // Lord Howe moves by half an hour: forward on 4 October 2026 at 02:00, back on 5 April at 02:00
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:45', '2026-10-03T15:45:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '02:00', '2026-04-04T15:30:00Z'],
  ])('%s, %s %s is %s: the first instant at which the clock has reached it', (zone, day, time, expected) => {
    expect(localInstant(day, time, zone)).toEqual(new Date(expected));
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/Los_Angeles', '2026-03-08', 23],
    ['America/Los_Angeles', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-04-05', 24],
    ['America/Havana', '2026-03-08', 23], // 00:00 becomes 01:00
    ['America/Havana', '2026-11-01', 25], // 01:00 becomes 00:00
    ['Pacific/Apia', '2011-12-29', 24],
    ['Pacific/Apia', '2011-12-30', 0], // never was
  ])('R-MET-02 · in %s the day %s has %d hours', (zone, day, hours) => {
    const length = endOfLocalDay(day, zone).getTime() - startOfLocalDay(day, zone).getTime();
    expect(length / 3_600_000).toBe(hours);
  });

  test('R-MET-02 · a day begins where clocks skip midnight with the first instant that there is', () => {
    expect(startOfLocalDay('2026-03-08', 'America/Havana')).toEqual(new Date('2026-03-08T05:00:00Z'));
  });

  test('R-MET-05, R-MET-10 · the end of a day attains to its last millisecond', () => {
    expect(deadlineOfLocalDay('2026-02-28', 'Asia/Shanghai')).toEqual(new Date('2026-02-28T15:59:59.999Z'));
    expect(endOfLocalDay('2026-02-28', 'Asia/Shanghai')).toEqual(new Date('2026-02-28T16:00:00Z'));
  });

  test('R-MET-02 · a day holds its first and its last instant and not the one before or after', () => {
    const anyDay = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays('2012-01-01', n));
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...ZONES), (day, zone) => {
        const start = startOfLocalDay(day, zone);
        expect(localDay(start, zone)).toBe(day);
        expect(localDay(deadlineOfLocalDay(day, zone), zone)).toBe(day);
        expect(localDay(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
        expect(localDay(endOfLocalDay(day, zone), zone)).toBe(addDays(day, 1));
      }),
      { numRuns: 300 },
    );
  });

  test('a later local time never gives an earlier instant', () => {
    const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'];
    const minutes = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(minutes, minutes, fc.constantFrom(...changes), fc.constantFrom(...ZONES), (a, b, day, zone) => {
        const earlier = localInstant(day, clock(Math.min(a, b)), zone);
        expect(earlier <= localInstant(day, clock(Math.max(a, b)), zone)).toBe(true);
      }),
    );
  });

  test.each(['24:01', '8:30', '25:00', '12:60', '', '12:00:00', '１２:00'])('“%s” is no time of day', (time) => {
    expect(() => localInstant('2026-01-01', time, 'UTC')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
