import { describe, expect, test } from '@jest/globals';
import { PolicyBook, type StoredPolicyVersion } from '../../../src/domain/policy/policy-book.js';
import { assertMayDiffer, isChangedDirectly } from '../../../src/domain/policy/setting-change.js';

let rows = 0;
const stored = (over: Partial<StoredPolicyVersion>): StoredPolicyVersion => ({
  id: `row ${(rows += 1)}`,
  key: 'P-18',
  estateId: null,
  version: 1,
  effectiveFrom: '2026-01-01',
  value: 60,
  estatesMayOverride: true,
  ...over,
});

describe('what a company has set', () => {
  const book = new PolicyBook([
    stored({}),
    stored({ version: 2, effectiveFrom: '2026-06-01', value: 30, estatesMayOverride: false }),
    stored({ estateId: 'E1', value: 90 }),
    stored({ key: 'P-02', value: { windows: [], binds: [] } }),
    stored({ key: 'X-01', value: 'a policy of an older product' }),
  ]);

  test.each([
    ['2025-12-31', 'E1', 1440, true],
    ['2026-01-01', null, 60, true],
    ['2026-01-01', 'E1', 90, true],
    ['2026-01-01', 'E2', 60, true],
    ['2026-06-01', 'E1', 30, false],
  ])('R-MET-09 · on %s for %s it is %i', (day, estateId, value, mayDiffer) => {
    expect(book.at('P-18', { day, estateId }).value).toBe(value);
    expect(book.mayDiffer('P-18', day)).toBe(mayDiffer);
  });

  test('R-MET-09 · each level counts its own versions; where nothing was set it is 0', () => {
    expect([null, 'E1', 'E2'].map((estateId) => book.lastVersion('P-18', estateId))).toEqual([2, 1, 0]);
    expect(book.lastVersion('Q-16', null)).toBe(0);
  });

  test('one stored version is one value, however often it is read', () => {
    const row = stored({ key: 'P-02', value: { windows: [{ from: '12:00', to: '14:00' }], binds: [] } });
    const read = (): unknown => new PolicyBook([row]).at('P-02', { day: '2026-01-01', estateId: null }).value;
    expect(read()).toBe(read());
  });

  test('P-18 · an estate’s change is refused from the day on which the company forbids it', () => {
    expect(() => assertMayDiffer(book, 'P-18', 'E1', '2026-05-31')).not.toThrow();
    expect(() => assertMayDiffer(book, 'P-18', null, '2026-06-01')).not.toThrow();
    expect(() => assertMayDiffer(book, 'P-18', 'E1', '2026-06-01')).toThrow(
      expect.objectContaining({ code: 'RULE_REFUSED', facts: expect.objectContaining({ rule: 'P-18' }) as object }),
    );
  });
});

describe('who changes a policy', () => {
  test.each([
    ['P-18', null, { company: 'APPROVED', estates: 'DIRECT' }, false],
    ['P-18', 'E1', { company: 'APPROVED', estates: 'DIRECT' }, true],
    ['P-18', null, { company: 'DIRECT', estates: 'APPROVED' }, true],
    ['P-18', 'E1', { company: 'DIRECT', estates: 'APPROVED' }, false],
    ['D-08', 'E1', { company: 'APPROVED', estates: 'APPROVED' }, true],
    ['D-08', null, { company: 'APPROVED', estates: 'APPROVED' }, true],
    ['D-18', null, { company: 'DIRECT', estates: 'DIRECT' }, false],
  ] as const)('R-ORG-68, D-18 · %s of %s under %j by one person: %s', (key, estateId, way, direct) => {
    expect(isChangedDirectly(key, estateId, way)).toBe(direct);
  });
});
