import { describe, expect, test } from '@jest/globals';
import { policyOf } from '../../../src/domain/policy/policies.js';
import { yearsBefore, yearsToKeep } from '../../../src/domain/privacy/retention.js';

describe('for how long words are kept', () => {
  test.each([
    ['REPAIR', 5],
    ['COMPLAINT', 7],
    ['ENQUIRY', 5],
    ['SERVICE_REQUEST', 5],
    ['HELP_CALL', 5],
    ['SUGGESTION', null],
  ] as const)('Q-24 · a %s: %s years', (kind, years) => {
    expect(yearsToKeep(kind, { ...policyOf('Q-24').default, complaints: 7 })).toBe(years);
  });

  test.each([
    ['2026-03-02T08:00:00Z', 5, '2021-03-02T08:00:00.000Z'],
    ['2028-02-29T00:00:00Z', 5, '2023-03-01T00:00:00.000Z'],
    ['2028-02-29T00:00:00Z', 4, '2024-02-29T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', 1, '2025-12-31T23:59:59.999Z'],
  ])('Q-24 · %s less %s years is %s', (now, years, then) => {
    expect(yearsBefore(new Date(now), years).toISOString()).toBe(then);
  });
});
