import { describe, expect, test } from '@jest/globals';
import { isDay } from '../../../src/domain/demo/demo-days.js';
import { Random } from '../../../src/domain/demo/random.js';
import { repairStory } from '../../../src/domain/demo/repair-story.js';
import { homeStory, shopStory } from '../../../src/domain/demo/tenure-story.js';
import { isId } from '../../../src/domain/id.js';

const many = <T>(make: (random: Random) => T): T[] =>
  Array.from({ length: 2_000 }, (_, i) => make(new Random(`law ${i}`)));

describe('chance by name', () => {
  test('the same name gives the same stream, another name another, and a branch does not move its trunk', () => {
    const stream = (random: Random): number[] => Array.from({ length: 50 }, () => random.word());
    const trunk = new Random('a');
    trunk.branch('b').word();
    expect(stream(trunk)).toEqual(stream(new Random('a')));
    expect(stream(new Random('a'))).not.toEqual(stream(new Random('b')));
    expect(stream(new Random('a').branch('b'))).toEqual(stream(new Random('a/b')));
  });

  test('numbers stay inside their bounds and reach both, weights are kept', () => {
    const random = new Random('bounds');
    const seen = new Set(Array.from({ length: 500 }, () => random.int(3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
    const picks = Array.from({ length: 4_000 }, () => random.weighted({ often: 3, seldom: 1, never: 0 }));
    expect(picks.filter((pick) => pick === 'often').length).toBeGreaterThan(2_800);
    expect(picks.filter((pick) => pick === 'often').length).toBeLessThan(3_200);
    expect(picks).not.toContain('never');
  });

  test('ids have the form of UUIDv7, rise with their instant and do not repeat', () => {
    const random = new Random('ids');
    const ids = Array.from({ length: 20_000 }, (_, i) => random.id(Date.UTC(2026, 0, 1) + i));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => isId(id) && /^.{14}7.{4}[89ab]/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('stories of the past', () => {
  test('D-28 · a unit is not taken over before it is anything else, changes on rising days, and never after today', () => {
    for (const story of [
      ...many((random) => homeStory(random, 18_000, 20_000)),
      ...many((random) => shopStory(random, 18_000, 20_000)),
    ]) {
      const days = story.states.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
      expect(Math.max(...days)).toBeLessThan(20_000);
      expect(story.states.slice(1).map(({ state }) => state)).not.toContain('NOT_TAKEN_OVER');
      for (const { from, until } of story.tenures) {
        expect(from).toBeLessThan(20_000);
        if (until !== null) expect(until).toBeGreaterThan(from);
      }
    }
  });

  test('D-30 · one owner at a time, one tenant at a time', () => {
    for (const { tenures } of many((random) => homeStory(random, 17_000, 20_500)))
      for (const capacity of ['OWNER', 'TENANT']) {
        const held = tenures.filter((tenure) => tenure.capacity === capacity);
        held.slice(1).forEach((next, i) => expect(held[i]?.until).toBeLessThanOrEqual(next.from));
        expect(held.filter(({ until }) => until === null).length).toBeLessThanOrEqual(1);
      }
  });

  test('R-RPR-07 · steps never go back in time, none lies beyond the end, an emergency is never put off or called off', () => {
    const [reported, until] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 3)];
    for (const story of many((random) => repairStory(random, reported, until, { emergency: true, charge: 'NONE' }))) {
      const times = story.map(({ atMs }) => atMs);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every((time) => time < until)).toBe(true);
      expect(story[0]?.type).toBe('REPORTED');
      for (const type of ['CANCELLED', 'DECLINED', 'SCHEDULED'])
        expect(story.map((step) => step.type)).not.toContain(type);
    }
  });

  test.each([
    ['2026-03-02', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['1999-12-31', false],
    ['2026-3-2', false],
    ['', false],
  ])('whether %j is a day: %j', (text, yes) => {
    expect(isDay(text)).toBe(yes);
  });
});
