import { describe, expect, test } from '@jest/globals';
import { isAmongCalledBack } from '../../../src/domain/callback/called-back-share.js';
import { newId } from '../../../src/entities/new-id.js';

describe('P-08, R-RPR-15 · which repairs are called back where a share is', () => {
  const ids = Array.from({ length: 2_000 }, () => newId());
  const share = (percent: number): number => ids.filter((id) => isAmongCalledBack(id, percent)).length / ids.length;

  test('all of them at 100, none at 0', () => {
    expect(share(100)).toBe(1);
    expect(share(0)).toBe(0);
  });

  test('about as many as the percentage says, the same ones every time, and more include fewer', () => {
    expect(share(30)).toBeGreaterThan(0.24);
    expect(share(30)).toBeLessThan(0.36);
    for (const id of ids.filter((each) => isAmongCalledBack(each, 30))) expect(isAmongCalledBack(id, 60)).toBe(true);
  });
});
