import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskPhone } from '../../../src/domain/people/mask-phone.js';

test.each([
  ['13812345678', '138****5678'],
  ['138 1234 5678', '138****5678'],
  ['138-1234-5678', '138****5678'],
  ['+8613812345678', '138****5678'],
  ['0086 138 1234 5678', '138****5678'],
  ['１３８１２３４５６７８', '138****5678'],
  ['021-55551234', '021****1234'],
  ['55551234', '****34'],
  ['5555123', '****23'],
  ['555512', '****'],
  ['110', '****'],
  ['', '****'],
  ['ask the wife', '****'],
  ['13812345678/13987654321', '138****4321'],
])('R-ORG-78 · of a telephone number at most seven digits are shown: %j → %j', (phone, mask) => {
  expect(maskPhone(phone)).toBe(mask);
});

test('R-ORG-78 · at least four digits of any number stay hidden, and nothing but digits is shown', () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^\d{4,20}$/), (noise, digits) => {
      const mask = maskPhone(noise.replace(/\d/g, '') + digits);
      expect(mask).toMatch(/^\d{0,3}\*{4}\d{0,4}$/);
      expect(mask.replace(/\D/g, '').length).toBeLessThanOrEqual(Math.max(0, digits.length - 4));
    }),
  );
});
