import { expect, test } from '@jest/globals';
import { localDay } from '../../../src/domain/place/local-day.js';
import { assertTimeZone } from '../../../src/domain/place/time-zone.js';

test.each(['Asia/Shanghai', 'Asia/Hong_Kong', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT-8'])(
  '%s is a time zone',
  (name) => {
    expect(() => assertTimeZone('input.timeZone', name)).not.toThrow();
  },
);

test.each([
  '',
  'Asia/Atlantis',
  '+08:00',
  '-08',
  'asia/shanghai',
  'CST',
  'Asia/Shanghai; drop table estate',
  'Asia/../Shanghai',
  'Asia/Shanghai\n',
])('%j is no time zone: INVALID_INPUT with the path', (name) => {
  expect(() => assertTimeZone('input.timeZone', name)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ path: 'input.timeZone' }) }),
  );
});

test.each([
  ['2026-11-21T15:59:59Z', 'Asia/Shanghai', '2026-11-21'],
  ['2026-11-21T16:00:00Z', 'Asia/Shanghai', '2026-11-22'],
  ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
])('the day of %s in %s is %s', (instant, zone, day) => {
  expect(localDay(new Date(instant), zone)).toBe(day);
});
