import { describe, expect, test } from '@jest/globals';
import {
  POLICIES,
  POLICY_KEYS,
  assertPolicyKey,
  parsePolicyValue,
  policyOf,
  type PolicyKey,
  type PolicyValue,
} from '../../../src/domain/policy/policies.js';

describe('the catalogue of settings', () => {
  test('P-01 to P-41 · every setting on which the manuals differ stands in it', () => {
    const expected = Array.from({ length: 41 }, (_, i) => `P-${String(i + 1).padStart(2, '0')}`);
    expect(POLICY_KEYS.filter((key) => /^P-\d\d$/.test(key))).toEqual(expected);
    expect(POLICY_KEYS).toContain('P-06b');
    expect(new Set(POLICY_KEYS).size).toBe(POLICY_KEYS.length);
  });

  test.each(POLICY_KEYS)('%s survives storage, is frozen, has titles in both languages and names its rules', (key) => {
    const { default: value, title, titleZh, rules } = policyOf(key);
    expect(parsePolicyValue(key, JSON.parse(JSON.stringify(value)))).toEqual(value);
    expect(Object.isFrozen(value)).toBe(true);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(titleZh).toMatch(/^\p{Script=Han}/u);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !/^(?:[RM]-[A-Z]{3}-\d\d|[DQ]-\d\d)$/.test(rule))).toEqual([]);
  });
});

describe('reading a value', () => {
  test('a value of the right form is taken as its type', () => {
    const minutes: number = parsePolicyValue('P-18', 60);
    const quiet: PolicyValue<'P-02'> = parsePolicyValue('P-02', { windows: [], binds: [] });
    expect([minutes, quiet]).toEqual([60, { windows: [], binds: [] }]);
    expect(parsePolicyValue('P-26', { STEWARD: '楼管家' })).toEqual({ STEWARD: '楼管家' });
    expect(parsePolicyValue('Q-14', { collectionPercent: '95.5', satisfactionPercent: null })).toEqual({
      collectionPercent: '95.5',
      satisfactionPercent: null,
    });
  });

  test.each<[PolicyKey, unknown, string]>([
    ['P-18', '60', 'input.value'],
    ['P-18', 1.5, 'input.value'],
    ['P-18', -1, 'input.value'],
    ['P-18', 43_201, 'input.value'],
    ['P-18', null, 'input.value'],
    ['P-01', { observation: 3 }, 'input.value.refundWithin'],
    ['P-01', { observation: 3, refundWithin: 0 }, 'input.value.refundWithin'],
    ['P-01', { observation: 3, refundWithin: 1, interest: true }, 'input.value'],
    ['P-01', [3, 1], 'input.value'],
    ['P-02', { windows: [{ from: '21:00', to: '25:00' }], binds: [] }, 'input.value.windows.0.to'],
    [
      'P-02',
      {
        windows: [
          { from: '07:00', to: '08:00' },
          { from: '21:00', to: '08:00' },
        ],
        binds: [],
      },
      'input.value.windows',
    ],
    ['P-02', { windows: [], binds: ['TELEPHONE', 'TELEPHONE'] }, 'input.value.binds'],
    ['P-02', { windows: [], binds: ['LETTER'] }, 'input.value.binds.0'],
    ['P-04', { usual: 'COMPANY', allowed: ['DEPARTMENT'] }, 'input.value'],
    ['P-07', { manager: 5, supervisor: 5, visitors: [] }, 'input.value.visitors'],
    ['P-09', { record: '   ', handling: 'x' }, 'input.value.record'],
    ['P-09', { record: 'a\nb', handling: 'x' }, 'input.value.record'],
    ['P-11', { papers: ['PHOTOS'], further: ['x'.repeat(61)] }, 'input.value.further.0'],
    ['P-12', { deposit: '12.345', wasteFee: null, wasteFeePer: 'UNIT' }, 'input.value.deposit'],
    ['P-12', { deposit: 12, wasteFee: null, wasteFeePer: 'UNIT' }, 'input.value.deposit'],
    ['P-12', { deposit: '-1', wasteFee: null, wasteFeePer: 'UNIT' }, 'input.value.deposit'],
    ['P-13', { ...POLICIES['P-13'].default, summerTo: '02-29' }, 'input.value.summerTo'],
    ['P-13', { ...POLICIES['P-13'].default, summerTo: '04-30' }, 'input.value'],
    ['P-15', { authorises: 'CASHIER', pays: 'CASHIER', receives: 'FRONT_DESK' }, 'input.value'],
    ['P-20', { measured: 'yes', lateNeedsReason: true }, 'input.value.measured'],
    ['P-26', { JANITOR: 'x' }, 'input.value'],
    ['P-29', [{ upTo: 300, percent: 4 }], 'input.value'],
    [
      'P-29',
      [
        { upTo: 300, percent: 4 },
        { upTo: 300, percent: 5 },
        { upTo: null, percent: 6 },
      ],
      'input.value',
    ],
    [
      'P-29',
      [
        { upTo: null, percent: 4 },
        { upTo: null, percent: 5 },
      ],
      'input.value',
    ],
    ['P-29', [], 'input.value'],
    ['Q-01', { everyMonths: 6, samplePercent: 100, steps: 5, satisfiedSteps: 5 }, 'input.value'],
    ['Q-11', { earliest: 9, latest: 10 }, 'input.value'],
    ['Q-14', { collectionPercent: '100.1', satisfactionPercent: null }, 'input.value.collectionPercent'],
    ['Q-16', 'MARS', 'input.value'],
    ['Q-33', '{estate}-{number}', 'input.value'],
    ['Q-33', '{estate}-{year}-{number}-{number}', 'input.value'],
    ['Q-33', '{estate}-{year}-{number}{x}', 'input.value'],
    ['Q-42', '24:00', 'input.value'],
    ['D-08', { weekdays: {}, holidays: 'CLOSED', makeUpDays: 'AS_WEEKDAY' }, 'input.value.weekdays.MON'],
  ])('%s refuses %j at %s', (key, json, path) => {
    expect(() => parsePolicyValue(key, json)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ path }) as object }),
    );
  });

  test.each(['P-42', 'p-18', '', 'constructor', '__proto__'])('“%s” is no key', (key) => {
    expect(() => assertPolicyKey('input.key', key)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', facts: { path: 'input.key' } }),
    );
    expect(() => assertPolicyKey('input.key', 'P-18')).not.toThrow();
  });

  test('names from the prototype are no values either', () => {
    for (const key of POLICY_KEYS)
      expect(() => parsePolicyValue(key, JSON.parse('{"__proto__": {"observation": 1}, "constructor": 1}'))).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
  });
});
