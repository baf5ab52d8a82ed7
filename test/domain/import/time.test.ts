import { describe, expect, test } from '@jest/globals';
import { readTimeFormat } from '../../../src/domain/import/time-format.js';
import {
  endOfLocalDay,
  instantAcrossGap,
  instantsOf,
  localDayOf,
  startOfLocalDay,
} from '../../../src/domain/calendar/zone-offset.js';
import { localDay } from '../../../src/domain/place/local-day.js';

const iso = (instant: number): string => new Date(instant).toISOString();
const LA = 'America/Los_Angeles';

describe('times as files write them', () => {
  test.each([
    ['M/D/YY H:mm', '1/2/20 8:43', '2020-01-02T08:43:00.000Z'],
    ['M/D/YY H:mm', '12/31/69 0:05', '2069-12-31T00:05:00.000Z'],
    ['M/D/YY H:mm', '12/31/70 0:05', '1970-12-31T00:05:00.000Z'],
    ['YYYY-MM-DD[T]HH:mm:ss.SSS', '2020-02-29T23:59:58.25', '2020-02-29T23:59:58.250Z'],
    ['MM/DD/YYYY hh:mm:ss A', '01/02/2020 12:05:00 AM', '2020-01-02T00:05:00.000Z'],
    ['MM/DD/YYYY h:mm A', '01/02/2020 12:05 p.m.', '2020-01-02T12:05:00.000Z'],
    ['YYYY年M月D日', '2020年1月2日', '2020-01-02T00:00:00.000Z'],
  ])('%s reads %s', (format, text, local) => {
    expect(iso(readTimeFormat('f', format)(text)?.local ?? NaN)).toBe(local);
  });

  test.each([
    '2/30/20 8:00',
    '13/1/20 8:00',
    '0/1/20 8:00',
    '1/1/20 24:00',
    '1/1/20 8:60',
    '1/1/20',
    '1/1/20 8:00 x',
    '',
  ])('M/D/YY H:mm does not read %j', (text) => expect(readTimeFormat('f', 'M/D/YY H:mm')(text)).toBeNull());

  test('an offset in the text is told', () => {
    const read = readTimeFormat('f', 'YYYY-MM-DD HH:mmZ');
    expect(read('2020-01-02 08:00+08:00')?.offset).toBe(8 * 3_600_000);
    expect(read('2020-01-02 08:00-0330')?.offset).toBe(-3.5 * 3_600_000);
    expect(read('2020-01-02 08:00Z')?.offset).toBe(0);
  });

  test.each(['YYYY-MM', 'M/D/YY H', 'YYYY-MM-DD hh:mm', 'YYYY-MM-DDTHH:mm', 'YYYY-MM-DD DD', 'nonsense'])(
    'the pattern %s is refused with its path',
    (format) =>
      expect(() => readTimeFormat('times.closedAt.formats[1]', format)).toThrow(/^times\.closedAt\.formats\[1\]: /),
  );
});

describe('local times of a zone', () => {
  const at = (text: string): number => Date.parse(`${text}Z`);

  test('an ordinary time is one instant', () => {
    expect(instantsOf(at('2020-01-01T00:05:00'), LA).map(iso)).toEqual(['2020-01-01T08:05:00.000Z']);
    expect(instantsOf(at('2020-07-01T00:05:00'), LA).map(iso)).toEqual(['2020-07-01T07:05:00.000Z']);
    expect(instantsOf(at('2020-07-01T00:05:00'), 'Asia/Shanghai').map(iso)).toEqual(['2020-06-30T16:05:00.000Z']);
  });

  test('a time that clocks skipped is none, and reads with the offset from before', () => {
    expect(instantsOf(at('2020-03-08T02:30:00'), LA)).toEqual([]);
    expect(iso(instantAcrossGap(at('2020-03-08T02:30:00'), LA))).toBe('2020-03-08T10:30:00.000Z');
  });

  test('a time that clocks showed twice is two instants, the earlier first', () => {
    expect(instantsOf(at('2020-11-01T01:30:00'), LA).map(iso)).toEqual([
      '2020-11-01T08:30:00.000Z',
      '2020-11-01T09:30:00.000Z',
    ]);
  });

  test('a local day is 23 hours long in spring and 25 in autumn', () => {
    const hours = (day: string): number => (endOfLocalDay(at(day), LA) - startOfLocalDay(at(day), LA)) / 3_600_000;
    expect([hours('2020-03-08T12:00:00'), hours('2020-07-01T00:00:00'), hours('2020-11-01T23:00:00')]).toEqual([
      23, 24, 25,
    ]);
  });

  test('the local day is the same as everywhere else in the house', () => {
    for (const zone of [LA, 'Asia/Shanghai', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe'])
      for (let instant = at('2019-12-31T00:00:00'); instant < at('2020-12-31T00:00:00'); instant += 9.7 * 3_600_000)
        expect(localDayOf(instant, zone)).toBe(localDay(new Date(instant), zone));
  });
});
