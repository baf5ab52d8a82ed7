import { describe, expect, test } from '@jest/globals';
import { Paced } from '../../src/tenancy/paced.js';

const EVERY_MS = 40;

describe('work at a pace', () => {
  test('is done at once, and what is asked for within its time once more, when that is over', async () => {
    const begun: number[] = [];
    let again: () => void = () => undefined;
    const twice = new Promise<void>((resolve) => (again = resolve));
    const paced = new Paced(EVERY_MS, () => {
      begun.push(performance.now());
      if (begun.length === 2) again();
      return Promise.resolve();
    });
    paced.ask();
    expect(begun).toHaveLength(1);
    for (let n = 0; n < 10; n += 1) paced.ask();
    expect(begun).toHaveLength(1);
    await twice;
    expect(begun[1]! - begun[0]!).toBeGreaterThanOrEqual(EVERY_MS - 1);
    await new Promise((resolve) => setTimeout(resolve, 2 * EVERY_MS));
    expect(begun).toHaveLength(2);
  });

  test('is never under way twice, and what is asked for meanwhile is not forgotten', async () => {
    let under = 0;
    let most = 0;
    let done = 0;
    let finished: () => void = () => undefined;
    const thrice = new Promise<void>((resolve) => (finished = resolve));
    const paced = new Paced(1, async () => {
      most = Math.max(most, (under += 1));
      if (done < 2) paced.ask();
      await new Promise((resolve) => setTimeout(resolve, 10));
      under -= 1;
      done += 1;
      if (done === 3) finished();
    });
    paced.ask();
    await thrice;
    expect(most).toBe(1);
  });

  test('once stopped it begins nothing more', async () => {
    let begun = 0;
    const paced = new Paced(EVERY_MS, () => Promise.resolve(void (begun += 1)));
    paced.ask();
    paced.ask();
    paced.stop();
    await new Promise((resolve) => setTimeout(resolve, 2 * EVERY_MS));
    paced.ask();
    expect(begun).toBe(1);
  });
});
