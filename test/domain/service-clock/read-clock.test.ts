import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everyDay } from '../../../src/domain/calendar/weekly-hours.js';
import { workingCalendar } from '../../../src/domain/calendar/working-calendar.js';
import type { ClockEntry } from '../../../src/domain/service-clock/clock-ledger.js';
import { readClock, type ClockLimit } from '../../../src/domain/service-clock/read-clock.js';
import { aroundTheClock, deskTime } from '../../../src/domain/service-clock/time-measure.js';

const DAY = '2026-03-04T';
const at = (time: string): Date => new Date(`${DAY}${time}+08:00`);
const entry = (kind: 'START' | 'RESUME' | 'STOP' | 'CANCEL' | 'WARN' | 'BREACH', time: string, recorded = time) =>
  ({ kind, at: at(time), recordedAt: at(recorded) }) as ClockEntry;
const pause = (from: string, until: string): ClockEntry => ({
  kind: 'PAUSE',
  reason: 'PARTS_AWAITED',
  at: at(from),
  recordedAt: at(from),
  until: at(until),
});
const minutes = (count: number): ClockLimit => ({ ms: count * 60_000, measure: aroundTheClock });
const started = entry('START', '10:00:00');

describe('a clock is read off its ledger alone', () => {
  test.each([
    ['R-RPR-05', 3, '10:03:00', 'MET', null],
    ['R-RPR-05', 3, '10:03:00.001', 'BREACHED', '10:03:00'],
    ['R-RPR-07', 15, '10:15:00', 'MET', null],
    ['R-RPR-07', 15, '10:15:01', 'BREACHED', '10:15:00'],
    ['R-RPR-08', 10, '10:10:00', 'MET', null],
    ['R-RPR-08', 10, '10:10:01', 'BREACHED', '10:10:00'],
  ])('R-MET-05, %s · a limit of %i minutes that is reached at %s is %s', (_, limit, stop, state, breachedAt) => {
    const reading = readClock([started, entry('STOP', stop)], minutes(limit), at('20:00:00'));
    expect(reading.state).toBe(state);
    expect(reading.breachedAt).toEqual(breachedAt === null ? null : at(breachedAt));
    expect(reading.stoppedAt).toEqual(at(stop));
  });

  test.each([
    ['10:12:00', 'RUNNING'],
    ['10:15:00', 'RUNNING'],
    ['10:15:00.001', 'BREACHED'],
  ])('R-MET-05 · without an end it is at %s %s', (now, state) => {
    const reading = readClock([started], minutes(15), at(now));
    expect(reading).toMatchObject({ state, dueAt: at('10:15:00'), warnAt: at('10:12:00'), stoppedAt: null });
  });

  test('D-05 · a pause moves what is due by as long as it took', () => {
    const ledger = [started, pause('10:05:00', '12:00:00'), entry('RESUME', '10:45:00'), entry('STOP', '10:55:00')];
    expect(readClock(ledger, minutes(15), at('11:00:00'))).toMatchObject({
      state: 'MET',
      dueAt: at('10:55:00'),
      pausedSeconds: 2_400,
      pause: null,
    });
  });

  test('D-05 · a pause ends by itself at its cap', () => {
    const ledger = [started, pause('10:05:00', '11:00:00')];
    const inside = readClock(ledger, minutes(15), at('10:59:59'));
    expect(inside).toMatchObject({
      state: 'PAUSED',
      dueAt: at('11:10:00'),
      pause: { reason: 'PARTS_AWAITED', since: at('10:05:00'), until: at('11:00:00') },
    });
    expect(readClock(ledger, minutes(15), at('11:00:00'))).toMatchObject({ state: 'RUNNING', dueAt: at('11:10:00') });
    expect(readClock(ledger, minutes(15), at('11:10:00.001'))).toMatchObject({
      state: 'BREACHED',
      breachedAt: at('11:10:00'),
      pausedSeconds: 3_300,
    });
  });

  test('D-27 · a pause after the limit passed takes nothing back', () => {
    const ledger = [started, pause('10:20:00', '12:00:00')];
    expect(readClock(ledger, minutes(15), at('10:30:00'))).toMatchObject({
      state: 'BREACHED',
      breachedAt: at('10:15:00'),
      dueAt: at('10:15:00'),
    });
  });

  test('D-27 · a pause begun inside a pause does not lengthen it', () => {
    const ledger = [started, pause('10:05:00', '10:25:00'), pause('10:20:00', '11:20:00')];
    expect(readClock(ledger, minutes(15), at('10:21:00')).dueAt).toEqual(at('10:35:00'));
  });

  test('R-MET-11 · a late entry shows that the limit was kept: the breach stays announced and is withdrawn', () => {
    const ledger = [started, entry('BREACH', '10:15:00'), entry('STOP', '10:14:00', '11:30:00')];
    expect(readClock(ledger, minutes(15), at('12:00:00'))).toMatchObject({
      state: 'MET',
      stoppedAt: at('10:14:00'),
      breachedAt: null,
      breachWithdrawnAt: at('11:30:00'),
    });
  });

  test.each([
    ['10:14:00', 'CANCELLED'],
    ['10:15:00', 'CANCELLED'],
    ['10:15:00.001', 'BREACHED'],
  ])('R-MET-06 · what is cancelled at %s, with a limit at 10:15, is %s', (time, state) => {
    const reading = readClock([started, entry('CANCEL', time)], minutes(15), at('12:00:00'));
    expect(reading).toMatchObject({ state, stoppedAt: null });
  });

  test('R-MET-05 · what happens after the end does not count', () => {
    const ledger = [started, entry('STOP', '10:14:00'), pause('10:14:30', '11:00:00'), entry('CANCEL', '10:20:00')];
    expect(readClock(ledger, minutes(15), at('12:00:00'))).toMatchObject({ state: 'MET', pausedSeconds: 0 });
  });

  test('Q-10, D-08 · a limit in desk hours stands still at night', () => {
    const china = workingCalendar({ timeZone: 'Asia/Shanghai', region: 'CN' });
    const desk = deskTime(everyDay([{ from: '08:00', to: '20:00' }]), china);
    const reading = readClock(
      [entry('START', '19:00:00')],
      { ms: 720 * 60_000, measure: desk },
      new Date('2026-03-05T10:00:00+08:00'),
    );
    expect(reading).toMatchObject({ state: 'RUNNING', dueAt: new Date('2026-03-05T19:00:00+08:00') });
  });

  test('a ledger without a start is a mistake of the house', () => {
    expect(() => readClock([entry('STOP', '10:00:00')], minutes(3), at('10:00:00'))).toThrow('without a start');
  });
});

const random = fc.record({
  limit: fc.integer({ min: 0, max: 500 }),
  pauses: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 600 }),
      cap: fc.integer({ min: 1, max: 300 }),
      resume: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
    }),
    { maxLength: 5 },
  ),
  stop: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
});
const minute = (count: number): Date => new Date(at('00:00:00').getTime() + count * 60_000);
const ledgerOf = (story: { pauses: { from: number; cap: number; resume: number | null }[]; stop: number | null }) => {
  const plain = (kind: 'START' | 'RESUME' | 'STOP', count: number): ClockEntry => ({
    kind,
    at: minute(count),
    recordedAt: minute(1_000),
  });
  const ledger: ClockEntry[] = [plain('START', 0)];
  for (const { from, cap, resume } of story.pauses) {
    ledger.push({
      kind: 'PAUSE',
      reason: 'NO_ACCESS',
      at: minute(from),
      recordedAt: minute(1_000),
      until: minute(from + cap),
    });
    if (resume !== null) ledger.push(plain('RESUME', resume));
  }
  if (story.stop !== null) ledger.push(plain('STOP', story.stop));
  return ledger;
};

describe('whatever happens to a clock', () => {
  test('D-19 · minute by minute, what ran before what is due is the limit, and nothing more', () => {
    fc.assert(
      fc.property(random, (story) => {
        const ledger = ledgerOf(story);
        const reading = readClock(ledger, minutes(story.limit), minute(10_000));
        const end = story.stop ?? 10_000;
        let running = 0;
        let standing = 0;
        let until = -1;
        const due = (reading.dueAt.getTime() - minute(0).getTime()) / 60_000;
        for (let now = 0; now < Math.max(due, end); now += 1) {
          for (const { from, cap } of story.pauses.filter((each) => each.from === now && now < end)) {
            if (now < until) continue;
            const resumed = story.pauses.flatMap((each) =>
              each.resume !== null && each.resume > from ? [each.resume] : [],
            );
            until = Math.max(until, Math.min(from + cap, ...resumed));
          }
          if (now < until && now < end) standing += 1;
          if (now >= until && now < due) running += 1;
        }
        expect(running).toBe(story.limit);
        expect(reading.pausedSeconds).toBe(standing * 60);
        expect(reading.state).toBe(end > due ? 'BREACHED' : 'MET');
      }),
      { numRuns: 500 },
    );
  });

  test('R-MET-11 · the order of entry does not matter, only what happened when', () => {
    fc.assert(
      fc.property(random, fc.infiniteStream(fc.nat()), (story, keys) => {
        const ledger = ledgerOf(story);
        const apart = new Set(ledger.map((each) => each.at.getTime())).size === ledger.length;
        fc.pre(apart);
        const shuffled = ledger
          .map((each) => ({ each, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const read = (entries: ClockEntry[]) => readClock(entries, minutes(story.limit), minute(10_000));
        expect(read(shuffled)).toEqual(read(ledger));
      }),
      { numRuns: 300 },
    );
  });
});
