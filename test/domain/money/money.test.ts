import { describe, expect, test } from '@jest/globals';
import { amountOf, minorOf } from '../../../src/domain/money/money.js';
import { costOf, quantityOfMilli, quantityToMilli } from '../../../src/domain/money/quantity.js';

const MOST = 100_000_000;

describe('R-DSP-13 · money is exact', () => {
  test.each([
    ['0', 0],
    ['0.01', 1],
    ['12.5', 1_250],
    ['12.50', 1_250],
    ['12.500000', 1_250],
    ['1000000', MOST],
  ])('%s is %i minor units', (amount, minor) => {
    expect(minorOf('input.price', { amount, currency: 'CNY' }, MOST)).toBe(minor);
  });

  test.each(['-1', '0.001', '1000000.01', '10000000', '99999999999999999', '1e3', '', ' 1'])(
    '“%s” is no price',
    (amount) => {
      expect(() => minorOf('input.price', { amount, currency: 'CNY' }, MOST)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', facts: { path: 'input.price.amount' } }),
      );
    },
  );

  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [123_450, '1234.50'],
    [-5, '-0.05'],
  ])('%i minor units are %s', (minor, amount) => {
    expect(amountOf(minor)).toBe(amount);
  });

  test.each([
    ['0.001', 1, '0.001'],
    ['2.50', 2_500, '2.5'],
    ['9999.999', 9_999_999, '9999.999'],
  ])('a quantity of %s is kept and shown', (text, milli, shown) => {
    expect(quantityToMilli('q', text)).toBe(milli);
    expect(quantityOfMilli(milli)).toBe(shown);
  });

  test.each(['0', '0.0', '-1', '10000', '1.2345', 'x'])('“%s” is no quantity', (text) => {
    expect(() => quantityToMilli('q', text)).toThrow(expect.objectContaining({ facts: { path: 'q' } }));
  });

  test.each([
    [1_000, 1_250, 1_250],
    [1_500, 333, 500],
    [333, 100, 33],
    [335, 100, 34],
    [9_999_999, MOST, 999_999_900_000],
  ])('%i thousandths at %i cost %i, rounded half up', (milli, price, cost) => {
    expect(costOf(milli, price)).toBe(cost);
  });
});
