import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMPLAINT_LIFE } from '../../../src/domain/complaint/complaint-life.js';
import type { LifeStep } from '../../../src/domain/life-cycle.js';
import { REPAIR_LIFE } from '../../../src/domain/ticket/repair-life.js';
import { ComplaintModel, RepairModel, type LifeModel } from '../../support/life-models.js';
import { drawVerb, tableOf } from '../../support/life-sequences.js';

const SEQUENCES = 10_000;
const LONGEST = 40;

const LIVES = [
  ['R-RPR-01 · repairs', REPAIR_LIFE, () => new RepairModel()],
  ['R-CMP-04 · complaints', COMPLAINT_LIFE, () => new ComplaintModel()],
] as const satisfies readonly (readonly [string, readonly LifeStep<string, string>[], () => LifeModel])[];

describe.each(LIVES)('%s against a model of another kind', (_, life, begin) => {
  test('the model knows every verb of the table', () => {
    const modelled = begin().verbs;
    expect(life.map(({ verb }) => verb).filter((verb) => !modelled.includes(verb))).toEqual([]);
  });

  test(`agree in ${SEQUENCES} sequences of legal and illegal verbs`, () => {
    const { verbs } = begin();
    const table = tableOf(life);
    const reached = new Set<string | null>();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(3)), { minLength: 1, maxLength: LONGEST }), (sequence) => {
        const model = begin();
        let stage: string | null = null;
        for (const [pick, mode] of sequence) {
          const verb = drawVerb(table, verbs, stage, { pick, mode });
          const next: string | null = table(verb, stage);
          const taken = model.take(verb);
          const there: string | null = next ?? stage;
          if (taken !== (next !== null) || model.stage !== there)
            throw new Error(
              `${verb} in ${String(stage)}: ${String(next)} by the table, ${String(model.stage)} by the model`,
            );
          stage = there;
          reached.add(stage);
        }
      }),
      { numRuns: SEQUENCES },
    );
    const known = new Set(life.map((step) => step.to));
    expect([...known].filter((each) => !reached.has(each))).toEqual([]);
  });
});
