import { describe, expect, test } from '@jest/globals';
import { assertReportTime, timeOfNextStep, type Milestones } from '../../../src/domain/ticket/milestones.js';

const at = (clock: string): Date => new Date(`2026-11-22T${clock}:00Z`);
const accepted: Milestones = { reportedAt: at('08:00'), forwardedAt: at('08:02'), acceptedAt: at('08:10') };

describe('when a step happened', () => {
  test('R-RPR-07 · an arrival before the acceptance is impossible', () => {
    expect(() => timeOfNextStep(accepted, at('08:09'), true)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        facts: { path: 'input.occurredAt', after: 'acceptedAt', earliest: '2026-11-22T08:10:00.000Z' },
      }),
    );
  });

  test('R-RPR-07 · a late entry keeps the instant that was claimed', () => {
    expect(timeOfNextStep(accepted, at('08:10'), true)).toEqual(at('08:10'));
    expect(timeOfNextStep(accepted, at('08:25'), true)).toEqual(at('08:25'));
  });

  test('R-RPR-07 · a step without a claim never lies before the one that it follows', () => {
    expect(timeOfNextStep(accepted, at('08:09'), false)).toEqual(at('08:10'));
  });

  test('R-RPR-05 · a step that was skipped does not count', () => {
    expect(timeOfNextStep({ reportedAt: at('08:00'), forwardedAt: null }, at('08:01'), true)).toEqual(at('08:01'));
  });

  test('R-RPR-03 · a report of before 2000 comes from a wrong clock', () => {
    expect(() => assertReportTime(new Date('1999-12-31T23:59:59Z'))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
    expect(() => assertReportTime(new Date('2000-01-01T00:00:00Z'))).not.toThrow();
  });
});
