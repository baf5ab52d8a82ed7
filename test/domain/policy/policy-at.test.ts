import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import { assertEffective, policyAt, type PolicyVersion } from '../../../src/domain/policy/policy-at.js';

type Version = PolicyVersion<'P-18'>;
const company = (version: number, effectiveFrom: string, value: number | null, more?: Partial<Version>): Version => ({
  version,
  estateId: null,
  effectiveFrom,
  value,
  ...more,
});
const estate = (version: number, effectiveFrom: string, value: number | null, estateId = 'E1'): Version => ({
  version,
  estateId,
  effectiveFrom,
  value,
});

describe('which version of a setting holds', () => {
  const history = [
    company(1, '2026-01-01', 600),
    estate(2, '2026-03-01', 120),
    company(3, '2026-06-01', 300),
    estate(4, '2026-09-01', null),
    estate(5, '2026-02-01', 60, 'E2'),
  ];

  test.each<[string, string | null, number, string, number | null]>([
    ['2025-12-31', 'E1', 1440, 'DEFAULT', null],
    ['2026-01-01', 'E1', 600, 'COMPANY', 1],
    ['2026-02-28', 'E1', 600, 'COMPANY', 1],
    ['2026-03-01', 'E1', 120, 'ESTATE', 2],
    ['2026-06-01', 'E1', 120, 'ESTATE', 2], // the company's later version leaves the override alone
    ['2026-08-31', 'E1', 120, 'ESTATE', 2],
    ['2026-09-01', 'E1', 300, 'COMPANY', 3], // the override was given up
    ['2026-06-01', 'E2', 60, 'ESTATE', 5],
    ['2026-06-01', 'E3', 300, 'COMPANY', 3],
    ['2026-05-31', null, 600, 'COMPANY', 1],
  ])('R-MET-09, P-18 · on %s for %s it is %i from %s', (day, estateId, value, source, version) => {
    expect(policyAt('P-18', history, { day, estateId })).toMatchObject({ value, source, version });
    expect(policyAt('P-18', [...history].reverse(), { day, estateId })).toMatchObject({ value, source, version });
  });

  test('R-MET-09 · of two versions from one day the one recorded later holds', () => {
    const versions = [company(7, '2026-01-01', 1), company(9, '2026-01-01', 3), company(8, '2026-01-01', 2)];
    expect(policyAt('P-18', versions, { day: '2026-01-01', estateId: null }).version).toBe(9);
  });

  test('a company that gives up its own value is back at the default', () => {
    const versions = [company(1, '2026-01-01', 600), company(2, '2026-02-01', null)];
    expect(policyAt('P-18', versions, { day: '2026-02-01', estateId: 'E1' })).toEqual({
      value: 1440,
      source: 'DEFAULT',
      version: null,
      effectiveFrom: null,
    });
  });

  test('a company may forbid its estates to differ, and allow it again', () => {
    const versions = [
      estate(1, '2026-01-01', 60),
      company(2, '2026-02-01', 600, { estatesMayOverride: false }),
      company(3, '2026-03-01', null, { estatesMayOverride: false }),
      company(4, '2026-04-01', 500),
    ];
    const on = (day: string): number => policyAt('P-18', versions, { day, estateId: 'E1' }).value;
    expect(['2026-01-31', '2026-02-01', '2026-03-01', '2026-04-01'].map(on)).toEqual([60, 600, 1440, 60]);
  });

  test('P-23 · where the setting is the company’s alone, what an estate set is passed over', () => {
    const versions = [
      { version: 1, estateId: 'E1', effectiveFrom: '2026-01-01', value: 10 },
      { version: 2, estateId: null, effectiveFrom: '2026-01-01', value: 20 },
    ];
    expect(policyAt('P-23', versions, { day: '2026-01-01', estateId: 'E1' }).value).toBe(20);
    expect(policyAt('P-23', versions.slice(0, 1), { day: '2026-01-01', estateId: 'E1' }).source).toBe('DEFAULT');
  });

  test('R-MET-09 · a version that begins later never changes an earlier day', () => {
    const anyVersion = fc.record({
      version: fc.nat(1_000),
      estateId: fc.constantFrom(null, 'E1', 'E2'),
      effectiveFrom: fc.nat(60).map((n) => addDays('2026-01-01', n)),
      value: fc.option(fc.nat(1_000)),
      estatesMayOverride: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyVersion, { selector: (each) => each.version }), anyVersion, (versions, added) => {
        const day = addDays(added.effectiveFrom, -1);
        for (const estateId of [null, 'E1', 'E2'])
          expect(policyAt('P-18', [...versions, added], { day, estateId })).toEqual(
            policyAt('P-18', versions, { day, estateId }),
          );
      }),
    );
  });
});

describe('from when a version may hold', () => {
  test('R-MET-09 · a policy may begin today or later, never in the past', () => {
    expect(() => assertEffective('2026-05-04', '2026-05-04')).not.toThrow();
    expect(() => assertEffective('2027-01-01', '2026-05-04')).not.toThrow();
    expect(() => assertEffective('2026-05-03', '2026-05-04')).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        facts: { path: 'input.effectiveFrom', earliest: '2026-05-04' },
      }),
    );
  });

  test.each(['2026-02-30', '2099-01-01', 'tomorrow', ''])('“%s” is no day to plan for', (day) => {
    expect(() => assertEffective(day, '2026-01-01')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
