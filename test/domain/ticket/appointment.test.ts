import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { policyOf } from '../../../src/domain/policy/policies.js';
import { assertAppointment, assertNotQuiet } from '../../../src/domain/ticket/appointment.js';
import { UNFINISHED_OUTCOMES, VISIT_OUTCOMES } from '../../../src/domain/ticket/visit-outcome.js';

const refusal = (act: () => void): unknown => {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.facts['rule'] ?? error.facts['path'];
  }
};
const at = (local: string): Date => new Date(`${local}+08:00`);
const AGREED = at('2026-11-25T09:00:00');

describe('R-RPR-10 · another time', () => {
  test.each([
    ['2026-11-25T09:00:01', '2026-11-25T10:00:00', null],
    ['2026-11-25T09:00:00', '2026-11-25T10:00:00', 'input.from'],
    ['2026-11-24T09:00:00', '2026-11-24T10:00:00', 'input.from'],
    ['2027-05-24T09:00:00', '2027-05-24T10:00:00', null],
    ['2027-05-24T09:00:01', '2027-05-24T10:00:00', 'input.from'],
    ['2026-11-26T09:00:00', '2026-11-26T09:00:00', 'input.until'],
    ['2026-11-26T09:00:00', '2026-11-26T08:59:00', 'input.until'],
    ['2026-11-26T09:00:00', '2026-11-26T21:00:00', null],
    ['2026-11-26T09:00:00', '2026-11-26T21:00:01', 'input.until'],
  ])('lies ahead, and is a stretch of at most half a day: %s to %s', (from, until, path) => {
    const appointment = { from: at(from), until: at(until) };
    expect(
      refusal(() => {
        assertAppointment(appointment, AGREED);
      }),
    ).toBe(path);
  });

  test.each([
    ['08:00', '12:00', null],
    ['14:00', '21:00', null],
    ['07:59', '09:00', 'D-03'],
    ['11:00', '12:01', 'D-03'],
    ['12:30', '13:30', 'D-03'],
    ['13:59', '15:00', 'D-03'],
    ['20:00', '21:01', 'D-03'],
    ['21:30', '22:00', 'D-03'],
  ])('D-03 · P-02 · no visit to a home is planned in quiet hours, not even in part: %s to %s', (from, until, rule) => {
    const appointment = { from: at(`2026-11-26T${from}:00`), until: at(`2026-11-26T${until}:00`) };
    const check = (policy = policyOf('P-02').default): unknown =>
      refusal(() => {
        assertNotQuiet(appointment, 'Asia/Shanghai', policy);
      });
    expect(check()).toBe(rule);
    expect(check({ ...policyOf('P-02').default, binds: ['TELEPHONE'] })).toBeNull();
    expect(check({ windows: [], binds: ['HOME_VISIT'] })).toBeNull();
  });

  test('D-05, R-RPR-16 · every end of a visit but FIXED leaves the work unfinished', () => {
    expect(VISIT_OUTCOMES.filter((outcome) => outcome !== 'FIXED')).toEqual([...UNFINISHED_OUTCOMES]);
  });
});
