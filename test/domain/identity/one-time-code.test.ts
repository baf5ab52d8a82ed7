import { describe, expect, test } from '@jest/globals';
import { codeOf, readCode, spoken } from '../../../src/domain/identity/one-time-code.js';

describe('a one-time code', () => {
  test('is read as it was made, however it is typed', () => {
    const code = codeOf(Uint8Array.from([0, 1, 31, 32, 255, 10, 17, 18, 21, 30]));
    expect(code).toHaveLength(10);
    for (const typed of [code, spoken(code), code.toLowerCase(), ` ${spoken(code).replaceAll('-', ' ')} `])
      expect(readCode(typed, 10)).toBe(code);
    expect(readCode('oOiIlL', 6)).toBe('001111');
  });

  test('has letters and digits that nobody confuses, each equally likely', () => {
    const all = codeOf(Uint8Array.from({ length: 256 }, (_, i) => i));
    const counts = new Map<string, number>();
    for (const character of all) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(new Set(counts.values())).toEqual(new Set([8]));
    expect(counts.size).toBe(32);
    for (const character of 'OILU') expect(counts.has(character)).toBe(false);
  });

  test.each(['', '123', '12345678901', '123456789U', '123456789!', '１２３４５６７８９０'])('%j is none', (typed) => {
    expect(readCode(typed, 10)).toBeNull();
  });
});
