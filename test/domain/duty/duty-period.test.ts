import { expect, test } from '@jest/globals';
import { assertDutyPeriod, dutiesOverlap, isOnDuty } from '../../../src/domain/duty/duty-period.js';

const period = (from: string, until: string) => ({ fromAt: new Date(from), untilAt: new Date(until) });
const NIGHT = period('2026-11-25T20:00:00+08:00', '2026-11-26T08:00:00+08:00');

test.each([
  ['2026-11-25T19:59:59.999+08:00', false],
  ['2026-11-25T20:00:00+08:00', true],
  ['2026-11-26T00:00:00+08:00', true],
  ['2026-11-26T07:59:59.999+08:00', true],
  ['2026-11-26T08:00:00+08:00', false],
])('D-11 · a duty over midnight holds from its first instant until before its last: %s is %s', (at, on) => {
  expect(isOnDuty(NIGHT, new Date(at))).toBe(on);
});

test.each([
  ['touching behind', period('2026-11-26T08:00:00+08:00', '2026-11-26T20:00:00+08:00'), false],
  ['touching before', period('2026-11-25T08:00:00+08:00', '2026-11-25T20:00:00+08:00'), false],
  ['the last minute', period('2026-11-26T07:59:00+08:00', '2026-11-26T20:00:00+08:00'), true],
  ['within', period('2026-11-25T23:00:00+08:00', '2026-11-26T01:00:00+08:00'), true],
  ['around', period('2026-11-25T00:00:00+08:00', '2026-11-27T00:00:00+08:00'), true],
  ['called off', period('2026-11-25T23:00:00+08:00', '2026-11-25T23:00:00+08:00'), false],
])('D-11 · duties overlap when they share an instant: %s', (_, other, expected) => {
  expect(dutiesOverlap(NIGHT, other)).toBe(expected);
  expect(dutiesOverlap(other, NIGHT)).toBe(expected);
});

const NOW = new Date('2026-11-25T12:00:00Z');
test.each([
  ['2026-11-25T12:00:00Z', '2026-11-25T12:00:00Z', 'input.untilAt'],
  ['2026-11-25T12:00:00Z', '2026-11-25T11:00:00Z', 'input.untilAt'],
  ['2026-11-25T12:00:00Z', '2026-12-26T12:00:00.001Z', 'input.untilAt'],
  ['2026-10-25T11:59:59Z', '2026-10-25T20:00:00Z', 'input.fromAt'],
  ['2027-11-26T12:00:01Z', '2027-11-26T20:00:00Z', 'input.fromAt'],
])('a period that no roster means is refused with its path: %s–%s', (from, until, path) => {
  expect(() => {
    assertDutyPeriod(period(from, until), NOW);
  }).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ path }) as unknown }));
});

test.each([
  ['2026-11-25T12:00:00Z', '2026-12-26T12:00:00Z'],
  ['2026-10-25T12:00:00Z', '2026-10-25T20:00:00Z'],
  ['2027-11-26T12:00:00Z', '2027-11-27T00:00:00Z'],
  ['2026-12-31T20:00:00+08:00', '2027-01-01T08:00:00+08:00'],
])('a month, a month back and a year ahead are within bounds: %s–%s', (from, until) => {
  expect(() => {
    assertDutyPeriod(period(from, until), NOW);
  }).not.toThrow();
});
