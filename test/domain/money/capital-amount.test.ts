import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capitalAmount } from '../../../src/domain/money/capital-amount.js';

describe('amounts in capital numerals', () => {
  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [100, '壹元整'],
    [1_005, '壹拾元零伍分'],
    [100_550, '壹仟零伍元伍角整'],
    [12_345_678, '壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
    [1_000_000_00, '壹佰万元整'],
    [1_000_500_00, '壹佰万零伍佰元整'],
    [100_010_000_00, '壹亿零壹万元整'],
    [1_000_000_000_01, '壹拾亿元零壹分'],
    [2_050_000_00, '贰佰零伍万元整'],
  ])('R-CSH-03 · %d fen are %s', (minor, text) => {
    expect(capitalAmount(minor)).toBe(text);
  });

  test('R-CSH-03 · no two amounts are written alike, and none begins or doubles a nought', () => {
    const amount = fc.integer({ min: 1, max: 99_999_999_999 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(capitalAmount(a) === capitalAmount(b)).toBe(a === b);
        expect(capitalAmount(a)).not.toMatch(/^零|零零|零[元角万亿]/);
      }),
    );
  });
});
