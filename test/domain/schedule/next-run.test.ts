import { describe, expect, test } from '@jest/globals';
import { nextRun } from '../../../src/domain/schedule/next-run.js';

const AT_ONCE = { spread: 0, seed: 'any' };

describe('the next run of a schedule', () => {
  test.each([
    ['later today', { at: '03:10' }, 'Asia/Shanghai', '2026-03-01T16:00:00Z', '2026-03-01T19:10:00Z'],
    [
      'not now: what ran at its instant comes round tomorrow',
      { at: '03:10' },
      'UTC',
      '2026-03-02T03:10:00Z',
      '2026-03-03T03:10:00Z',
    ],
    ['a millisecond before it', { at: '03:10' }, 'UTC', '2026-03-02T03:09:59.999Z', '2026-03-02T03:10:00Z'],
    ['a time that clocks skip', { at: '02:30' }, 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    [
      'a time that clocks show twice, once',
      { at: '02:30' },
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ],
    ['a weekday', { at: '08:00', weekday: 1 }, 'Asia/Shanghai', '2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z'],
    ['Sunday is the seventh', { at: '08:00', weekday: 7 }, 'UTC', '2026-03-02T00:00:00Z', '2026-03-08T08:00:00Z'],
    [
      'a day of the month',
      { at: '00:00', dayOfMonth: 5 },
      'Asia/Shanghai',
      '2026-01-05T00:00:00Z',
      '2026-02-04T16:00:00Z',
    ],
  ])('%s', (_, recurrence, zone, after, next) => {
    expect(nextRun(recurrence, zone, new Date(after), AT_ONCE).toISOString()).toBe(new Date(next).toISOString());
  });

  test('companies are spread over the minutes, each always on its own', () => {
    const after = new Date('2026-03-02T00:00:00Z');
    const minuteOf = (seed: string): number =>
      (nextRun({ at: '03:00' }, 'UTC', after, { spread: 59, seed }).getTime() - Date.parse('2026-03-02T03:00:00Z')) /
      60_000;
    const minutes = Array.from({ length: 600 }, (_, i) => minuteOf(`company ${i}`));
    expect(new Set(minutes).size).toBeGreaterThan(50);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(59);
    expect(minuteOf('company 7')).toBe(minutes[7]);
  });
});
