import { describe, expect, test } from '@jest/globals';
import { unmaskStateAt, unmaskUntil } from '../../../src/domain/privacy/unmask-term.js';

const now = new Date('2026-03-02T08:00:00Z');

describe('the term of a grant to unmask', () => {
  test.each([
    [null, '2026-03-05T08:00:00.000Z'],
    [new Date('2026-03-02T08:00:01Z'), '2026-03-02T08:00:01.000Z'],
    [new Date('2026-03-05T08:00:00Z'), '2026-03-05T08:00:00.000Z'],
  ])('R-ORG-78 · asked until %s it ends at %s', (asked, end) => {
    expect(unmaskUntil(now, asked, 3).toISOString()).toBe(end);
  });

  test.each([
    [new Date('2026-03-02T08:00:00Z'), 'must lie in the future'],
    [new Date('2026-03-01T00:00:00Z'), 'must lie in the future'],
    [new Date('2026-03-05T08:00:00.001Z'), 'lies beyond the longest term'],
  ])('R-ORG-78 · until %s it is refused: %s', (asked, why) => {
    expect(() => unmaskUntil(now, asked, 3)).toThrow(`input.expiresAt: ${why}`);
  });

  test.each([
    ['2026-03-02T08:00:00.001Z', null, 'IN_FORCE'],
    ['2026-03-02T08:00:00.000Z', null, 'EXPIRED'],
    ['2026-03-02T09:00:00.000Z', '2026-03-02T07:00:00Z', 'REVOKED'],
  ])('R-ORG-78 · a grant until %s, revoked at %s, is %s', (end, revoked, state) => {
    const term = { expiresAt: new Date(end), revokedAt: revoked === null ? null : new Date(revoked) };
    expect(unmaskStateAt(term, now)).toBe(state);
  });
});
