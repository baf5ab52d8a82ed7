import { describe, expect, test } from '@jest/globals';
import {
  assertAgreed,
  assertPriceNamed,
  chargeableOf,
  priceMinorOf,
} from '../../../src/domain/service/service-terms.js';

const PRICE = { amount: '80.00', currency: 'CNY' } as const;

describe('R-DSP-13 · the terms of a service', () => {
  test.each([
    [PRICE, false, true],
    [null, true, false],
    [null, false, null],
  ])('R-DSP-13 · with the price %j, and free %s, it is chargeable: %s', (price, free, chargeable) => {
    expect(chargeableOf(price, free)).toBe(chargeable);
  });

  test('R-DSP-13 · nothing is free and has a price', () => {
    expect(() => chargeableOf(PRICE, true)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test.each([
    ['0.01', 1],
    ['80', 8_000],
    ['1000000.00', 100_000_000],
  ])('R-DSP-13 · %s costs %i fen', (amount, minor) => {
    expect(priceMinorOf('input.price', { amount, currency: 'CNY' })).toBe(minor);
  });

  test.each(['0', '0.00', '-5', '1000000.01', '1.005', 'much'])('R-DSP-13 · “%s” is no price', (amount) => {
    expect(() => priceMinorOf('input.price', { amount, currency: 'CNY' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', facts: { path: 'input.price.amount' } }),
    );
  });

  test.each([
    [{ chargeable: false, consent: null }, true],
    [{ chargeable: true, consent: 'GIVEN' }, true],
    [{ chargeable: true, consent: 'REFUSED' }, false],
    [{ chargeable: true, consent: null }, false],
    [{ chargeable: null, consent: null }, false],
    [{}, false],
  ] as const)('R-DSP-13 · on the terms %j it may be performed: %s', (terms, may) => {
    const deed = (): void => assertAgreed(terms);
    if (may) expect(deed).not.toThrow();
    else expect(deed).toThrow(expect.objectContaining({ code: 'RULE_REFUSED' }));
  });

  test.each([
    [true, true],
    [false, false],
    [null, false],
  ])('R-DSP-13 · where it is chargeable (%s), there is a price to agree to: %s', (chargeable, is) => {
    const deed = (): void => assertPriceNamed({ chargeable });
    if (is) expect(deed).not.toThrow();
    else expect(deed).toThrow(expect.objectContaining({ code: 'RULE_REFUSED' }));
  });
});
