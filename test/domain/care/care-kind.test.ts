import { expect, test } from '@jest/globals';
import { assertConsent, CARE_KINDS, checkEveryDays } from '../../../src/domain/care/care-kind.js';

const TODAY = '2026-11-25';
const PERSONAL = ['ELDERLY_ALONE', 'DISABLED', 'POWER_DEPENDENT', 'SPECIAL_DIFFICULTY'];

test.each(CARE_KINDS)('D-15 · a mark that says something personal needs consent: %s', (kind) => {
  const without = () => {
    assertConsent(kind, { consentBy: null, consentDay: null }, TODAY);
  };
  if (PERSONAL.includes(kind))
    expect(without).toThrow(expect.objectContaining({ code: 'RULE_REFUSED', facts: { kind, rule: 'D-15' } }));
  else expect(without).not.toThrow();
  expect(() => {
    assertConsent(kind, { consentBy: 'RELATIVE', consentDay: TODAY }, TODAY);
  }).not.toThrow();
  expect(checkEveryDays(kind)).toBeGreaterThan(0);
});

test.each([
  ['CUSTOMER', null],
  [null, TODAY],
  ['CUSTOMER', '2026-11-26'],
] as const)('D-15 · half a consent, and one that lies ahead, is none: %s on %s', (consentBy, consentDay) => {
  expect(() => {
    assertConsent('KEY_SERVICE', { consentBy, consentDay }, TODAY);
  }).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});
