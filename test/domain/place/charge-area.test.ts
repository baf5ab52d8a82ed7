import { expect, test } from '@jest/globals';
import { chargeAreaOfMilli, chargeAreaToMilli } from '../../../src/domain/place/charge-area.js';

test.each([
  ['88.5', 88_500, '88.5'],
  ['0.001', 1, '0.001'],
  ['999999.999', 999_999_999, '999999.999'],
  ['100', 100_000, '100'],
  ['88.070', 88_070, '88.07'],
])('%s square metres are %i thousandths and read %s', (text, milli, shown) => {
  expect(chargeAreaToMilli('input.chargeArea', text)).toBe(milli);
  expect(chargeAreaOfMilli(milli)).toBe(shown);
});

test.each(['0', '0.000', '-1', '1000000', '1.2345', '', '1e3', 'ten'])(
  '%j is no area: INVALID_INPUT with the path',
  (text) => {
    expect(() => chargeAreaToMilli('input.chargeArea', text)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ path: 'input.chargeArea' }) }),
    );
  },
);
