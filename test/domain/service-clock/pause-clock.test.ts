import { describe, expect, test } from '@jest/globals';
import type { ClockEntry } from '../../../src/domain/service-clock/clock-ledger.js';
import {
  pauseEntry,
  resumeEntry,
  standStillEntries,
  type PausableClock,
} from '../../../src/domain/service-clock/pause-clock.js';
import { readClock } from '../../../src/domain/service-clock/read-clock.js';
import { aroundTheClock } from '../../../src/domain/service-clock/time-measure.js';

const at = (time: string): Date => new Date(`2026-03-04T${time}+08:00`);
const START: ClockEntry = { kind: 'START', at: at('10:00:00'), recordedAt: at('10:00:00') };
const LIMIT = { ms: 60 * 60_000, measure: aroundTheClock };
/** The clock that such a ledger tells of, an hour from ten on, read at an instant. */
const clock = (now: string, ...entries: ClockEntry[]): PausableClock => {
  const ledger = [START, ...entries];
  const definition = { milestone: 'ON_SITE', pauses: ['NO_ACCESS', 'CUSTOMER_ABSENT'] } as const;
  return { ledger, reading: readClock(ledger, LIMIT, at(now)), definition };
};
const paused = (from: string, until: string, reason: 'NO_ACCESS' | 'CUSTOMER_ABSENT' = 'NO_ACCESS'): ClockEntry => ({
  kind: 'PAUSE',
  at: at(from),
  recordedAt: at(from),
  reason,
  until: at(until),
});
const STOPPED: ClockEntry = { kind: 'STOP', at: at('10:05:00'), recordedAt: at('10:05:00') };
const resumed = (time: string): ClockEntry => ({ kind: 'RESUME', at: at(time), recordedAt: at(time) });
/** What a step answers, or how it is refused. */
function answerOf(step: () => unknown): unknown {
  try {
    return step();
  } catch (refusal) {
    return refusal;
  }
}
const pause = (now: string, wish: object, entries: ClockEntry[] = [], cap = 30) =>
  answerOf(() =>
    pauseEntry(clock(now, ...entries), { reason: 'NO_ACCESS', at: at(now), until: null, ...wish }, cap, at(now)),
  );

describe('pausing a clock', () => {
  test.each([
    ['10:50:00', 'MET'],
    ['10:50:01', 'BREACHED'],
  ])('D-05 · ten minutes in a pause are ten minutes more: reached %s of a limit at 10:40 is %s', (time, state) => {
    const entries: ClockEntry[] = [paused('10:10:00', '10:30:00'), resumed('10:20:00')];
    const limit = { ms: 40 * 60_000, measure: aroundTheClock };
    const stop: ClockEntry = { kind: 'STOP', at: at(time), recordedAt: at(time) };
    expect(readClock([START, ...entries, stop], limit, at('12:00:00')).state).toBe(state);
  });

  test.each([
    ['10:00:00', [], '10:30:00'],
    ['10:59:59', [], '11:29:59'],
    ['10:30:00', [paused('10:00:00', '10:20:00')], '10:40:00'],
    ['10:30:00', [paused('10:00:00', '10:20:00'), resumed('10:05:00')], '10:55:00'],
    ['10:30:00', [paused('10:00:00', '10:20:00', 'CUSTOMER_ABSENT')], '11:00:00'],
  ])('D-05 · paused at %s after %j it runs again by itself at %s: half an hour a reason', (now, entries, until) => {
    expect(pause(now, {}, entries)).toMatchObject({ kind: 'PAUSE', at: at(now), until: at(until) });
  });

  test.each([
    ['10:30:00', { until: at('11:00:00') }, [], null],
    ['10:30:00', { until: at('11:00:00.001') }, [], { latest: at('11:00:00').toISOString() }],
    ['10:30:00', {}, [paused('10:00:00', '10:30:00')], { latest: null }],
    ['10:30:00', { reason: 'PARTS_AWAITED' }, [], { allowed: ['NO_ACCESS', 'CUSTOMER_ABSENT'] }],
    ['11:00:00', {}, [], null],
    ['11:00:00.001', {}, [], { state: 'BREACHED' }],
    ['10:10:00', {}, [paused('10:05:00', '10:30:00')], { state: 'PAUSED' }],
    ['10:10:00', {}, [STOPPED], { state: 'MET' }],
  ])('D-05, D-27 · at %s, asked %j, after %j: refused with %j, or not', (now, wish, entries, facts) => {
    const answer = pause(now, wish, entries);
    if (facts === null) expect(answer).toMatchObject({ kind: 'PAUSE' });
    else expect(answer).toMatchObject({ code: 'RULE_REFUSED', facts: { rule: 'D-05', ...facts } });
  });

  test('D-05 · a pause that begins when another one was ended stands still all the same', () => {
    const entries = [paused('10:10:00', '10:40:00'), resumed('10:20:00')];
    const next = pause('10:20:00', { until: at('10:30:00') }, entries) as ClockEntry;
    expect(readClock([START, ...entries, next], LIMIT, at('10:25:00'))).toMatchObject({
      state: 'PAUSED',
      dueAt: at('11:20:00'),
    });
  });

  test('D-05 · a policy of 0 minutes lets nothing stand still without an approval', () => {
    expect(pause('10:30:00', {}, [], 0)).toMatchObject({ code: 'RULE_REFUSED' });
  });

  const UNTIL = '23:00:00';
  const standing = (from: string): object[] => [{ kind: 'PAUSE', at: at(from), reason: 'NO_ACCESS', until: at(UNTIL) }];
  test.each([
    ['10:30:00', [], standing('10:30:00')],
    ['11:00:00.001', [], []],
    ['10:10:00', [STOPPED], []],
    ['10:10:00', [paused('10:05:00', '10:30:00', 'CUSTOMER_ABSENT')], []],
    ['10:10:00', [paused('10:05:00', UNTIL)], []],
    [
      '10:10:00',
      [paused('10:05:00', '10:30:00')],
      [{ kind: 'RESUME', at: at('10:09:59.999') }, ...standing('10:10:00')],
    ],
  ])('D-05 · allowed at %s to stand still until 23:00 after %j: %j', (now, entries, wanted) => {
    const wish = { reason: 'NO_ACCESS', at: at(now), until: at(UNTIL) } as const;
    const made = standStillEntries(clock(now, ...entries), wish, at(now));
    expect(made).toMatchObject(wanted);
    expect(made).toHaveLength(wanted.length);
    if (made.length > 0)
      expect(clock('22:00:00', ...entries, ...made).reading).toMatchObject({
        state: 'PAUSED',
        pause: { until: at(UNTIL) },
      });
  });

  test.each([
    [{ at: at('09:59:59') }, 'input.occurredAt'],
    [{ until: at('10:30:00') }, 'input.until'],
  ])('a pause that is none is INVALID_INPUT: %j', (wish, path) => {
    expect(pause('10:30:00', wish)).toMatchObject({ code: 'INVALID_INPUT', facts: { path } });
  });

  test('D-05 · a clock that stands still runs again from the said instant, one that runs is not resumed', () => {
    const standing = [paused('10:10:00', '10:40:00')];
    const resume = (now: string, time: string) =>
      answerOf(() => resumeEntry(clock(now, ...standing), at(time), at(now)));
    expect(resume('10:20:00', '10:15:00')).toMatchObject({ kind: 'RESUME', at: at('10:15:00') });
    expect(resume('10:20:00', '10:10:00')).toMatchObject({ kind: 'RESUME', at: at('10:10:00.001') });
    expect(resume('10:20:00', '10:09:59')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(resume('10:40:00', '10:40:00')).toMatchObject({ code: 'RULE_REFUSED', facts: { state: 'RUNNING' } });
  });
});
