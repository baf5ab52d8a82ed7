import { describe, expect, test } from '@jest/globals';
import { Beats } from '../../src/events/beats.js';

describe('beats of a log', () => {
  test('after a quiet time a beat begins at once, and goes up to the head', () => {
    const beats = new Beats();
    expect(beats.now(1_000, 5, 7, 0)).toEqual({ upTo: 7, nextInMs: 1_000 });
    expect(beats.now(1_000, 8, 9, 5_000)).toEqual({ upTo: 9, nextInMs: 1_000 });
  });

  test('who wants what the beat holds is told by it, also late; who wants more waits for the next', () => {
    const beats = new Beats();
    beats.now(1_000, 5, 7, 0);
    expect(beats.now(1_000, 7, 20, 400)).toEqual({ upTo: 7, nextInMs: 600 });
    expect(beats.now(1_000, 8, 20, 400)).toEqual({ upTo: 7, nextInMs: 600 });
    expect(beats.now(1_000, 7, 20, 1_500)).toEqual({ upTo: 7, nextInMs: 0 });
    expect(beats.now(1_000, 8, 20, 1_500)).toEqual({ upTo: 20, nextInMs: 1_000 });
  });

  test('each pace has its own, and of paces that nobody keeps the oldest are forgotten', () => {
    const beats = new Beats();
    beats.now(250, 1, 1, 0);
    for (let everyMs = 1_000; everyMs < 1_256; everyMs += 1) beats.now(everyMs, 1, 2, 10);
    expect(beats.now(1_255, 3, 9, 20).upTo).toBe(2);
    expect(beats.now(250, 1, 9, 20).upTo).toBe(9);
  });

  test('numbers that begin anew begin a beat', () => {
    const beats = new Beats();
    beats.now(1_000, 50, 70, 0);
    beats.forget();
    expect(beats.now(1_000, 1, 3, 1)).toEqual({ upTo: 3, nextInMs: 1_000 });
  });
});
