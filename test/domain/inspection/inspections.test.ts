import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../src/domain/errors.js';
import { drawSample } from '../../../src/domain/inspection/draw-sample.js';
import { figuresOf, percentOf, type CheckedItem } from '../../../src/domain/inspection/inspection-figures.js';
import {
  INSPECTION_LIFE,
  INSPECTION_STAGES,
  INSPECTION_VERBS,
  nextInspectionStage,
} from '../../../src/domain/inspection/inspection-stage.js';
import { assertVerification, falseIn, outcomeOf } from '../../../src/domain/inspection/verification.js';

const pathOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.facts['path'] : error;
  }
  return null;
};

describe('inspections', () => {
  test('R-ESC-05 · an inspection takes the verbs of its stage and no other', () => {
    for (const stage of [null, ...INSPECTION_STAGES])
      for (const verb of INSPECTION_VERBS) {
        const step = INSPECTION_LIFE.find((each) => each.verb === verb && each.from.includes(stage));
        if (step) expect(nextInspectionStage(verb, stage)).toBe(step.to);
        else expect(() => nextInspectionStage(verb, stage)).toThrow(DomainError);
      }
  });

  test('R-ESC-05, R-VIS-09 · a sample is of the wanted size, in proportion to the strata by the largest remainders, and the same seed draws the same', () => {
    const strata = fc.array(fc.nat(30), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(strata, fc.integer({ min: 1, max: 40 }), fc.string(), (sizes, wanted, seed) => {
        const population = sizes.flatMap((size, s) =>
          Array.from({ length: size }, (_, i) => ({ id: `${s}-${i}`, stratum: `S${s}` })),
        );
        const { drawn, strata: shares } = drawSample(seed, wanted, population);
        const total = Math.min(wanted, population.length);
        expect(drawn).toHaveLength(total);
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(total);
        expect(shares.reduce((sum, { population: all }) => sum + all, 0)).toBe(population.length);
        for (const { population: all, sampled } of shares)
          expect(Math.abs(sampled - (total * all) / population.length)).toBeLessThan(1);
        expect(drawSample(seed, wanted, population.toReversed()).drawn).toEqual(drawn);
      }),
    );
  });

  test.each([
    [
      'a callback that was not',
      { kind: 'REPAIR', calledBack: true },
      { happened: false, solved: true },
      ['FALSE_CALLBACK'],
    ],
    ['no callback, and none recorded', { kind: 'REPAIR', calledBack: false }, { happened: false, solved: true }, []],
    [
      'a ticket that is not solved',
      { kind: 'COMPLAINT', calledBack: true },
      { happened: true, solved: false },
      ['FALSE_CLOSURE'],
    ],
    [
      'both',
      { kind: 'REPAIR', calledBack: true },
      { happened: false, solved: false },
      ['FALSE_CALLBACK', 'FALSE_CLOSURE'],
    ],
    [
      'a visit that was not',
      { kind: 'OWNER_VISIT', calledBack: false },
      { happened: false, solved: null },
      ['FALSE_VISIT'],
    ],
    ['a visit that was', { kind: 'OWNER_VISIT', calledBack: false }, { happened: true, solved: null }, []],
  ] as const)('D-27 · %s', (_, claimed, answers, categories) => {
    const said = { reached: true, ...answers };
    expect(falseIn(claimed, said)).toEqual(categories);
    expect(outcomeOf(claimed, said)).toBe(categories.length > 0 ? 'FALSE' : 'TRUE_TO_RECORD');
    expect(outcomeOf(claimed, { reached: false, happened: null, solved: null })).toBe('NOT_REACHED');
  });

  test.each([
    ['REPAIR', { reached: false, happened: true, solved: null }, 'input.happened'],
    ['REPAIR', { reached: false, happened: null, solved: true }, 'input.solved'],
    ['REPAIR', { reached: true, happened: null, solved: true }, 'input.happened'],
    ['COMPLAINT', { reached: true, happened: true, solved: null }, 'input.solved'],
    ['OWNER_VISIT', { reached: true, happened: true, solved: true }, 'input.solved'],
    ['CHECKLIST', { reached: true, happened: true, solved: null }, 'input.itemId'],
    ['OWNER_VISIT', { reached: true, happened: true, solved: null }, null],
    ['REPAIR', { reached: false, happened: null, solved: null }, null],
  ] as const)('D-27 · of %s the answer %j is refused at %s', (kind, said, path) => {
    expect(pathOf(() => assertVerification(kind, said))).toBe(path);
  });

  test('D-27, R-MET-05, R-MET-07, R-MET-12 · who was not reached is in no rate; rates are ratios of sums to one decimal, none without data', () => {
    const item = (more: Partial<CheckedItem>): CheckedItem => ({
      ...{ kind: 'REPAIR', calledBack: true, outcome: 'TRUE_TO_RECORD', happened: true, solved: true, ...more },
    });
    const figures = figuresOf([
      item({}),
      item({ calledBack: false, happened: false }),
      item({ outcome: 'FALSE', happened: false, solved: false }),
      item({ outcome: 'NOT_REACHED', happened: null, solved: null }),
      item({ outcome: null, happened: null, solved: null }),
      item({ kind: 'OWNER_VISIT', calledBack: false, outcome: 'FALSE', happened: false, solved: null }),
      item({ kind: 'CHECKLIST', calledBack: false, outcome: 'NOT_APPLICABLE', happened: null, solved: null }),
    ]);
    expect(figures).toEqual({
      ...{ checked: 6, judged: 4, passed: 2, callbacksAsked: 2, falseCallbacks: 1, closuresAsked: 3, falseClosures: 1 },
    });
    expect([percentOf(1, 3), percentOf(2, 3), percentOf(1, 1), percentOf(0, 7), percentOf(0, 0)]).toEqual([
      ...['33.3', '66.7', '100.0', '0.0', null],
    ]);
  });
});
