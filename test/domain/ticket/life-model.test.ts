import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMPLAINT_LIFE } from '../../../src/domain/complaint/complaint-life.js';
import { DomainError } from '../../../src/domain/errors.js';
import { stageAfter, type LifeStep } from '../../../src/domain/life-cycle.js';
import { REPAIR_LIFE } from '../../../src/domain/ticket/repair-life.js';
import { ComplaintModel, RepairModel, type LifeModel } from '../../support/life-models.js';

const SEQUENCES = 10_000;
const LONGEST = 40;
/** What the table of complaints calls a decline. */
const nameIn = (life: readonly LifeStep<string, string>[], verb: string): string =>
  verb === 'decline' && !life.some((step) => step.verb === verb) ? 'explain' : verb;

type Table = (verb: string, stage: string | null) => string | null;

/** Where verbs lead by the house's table, each looked up once; null where one is refused. */
function tableOf(life: readonly LifeStep<string, string>[]): Table {
  const known = new Map<string, string | null>();
  return (verb, stage) => {
    const key = `${verb} ${String(stage)}`;
    const found = known.get(key) ?? (known.has(key) ? null : lookUp(life, verb, stage));
    known.set(key, found);
    return found;
  };
}

function lookUp(life: readonly LifeStep<string, string>[], verb: string, stage: string | null): string | null {
  try {
    return stageAfter(life, 'It', nameIn(life, verb), stage);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'RULE_REFUSED') return null;
    throw error;
  }
}

/** Ends without the work. */
const EARLY = ['CANCELLED', 'DECLINED', 'EXPLAINED'];

/** What a step draws from: any verb, those that the table takes, or, so that sequences come far, those that lead on. */
function choiceOf(table: Table, verbs: readonly string[], stage: string | null, mode: number): readonly string[] {
  if (mode === 0) return verbs;
  const taken = verbs.filter((verb) => table(verb, stage) !== null);
  const onward = taken.filter((verb) => {
    const next = table(verb, stage) ?? '';
    return next !== stage && !EARLY.includes(next);
  });
  if (taken.length === 0) return verbs;
  return mode === 1 || onward.length === 0 ? taken : onward;
}

const LIVES = [
  ['R-RPR-01 · repairs', REPAIR_LIFE, () => new RepairModel()],
  ['R-CMP-04 · complaints', COMPLAINT_LIFE, () => new ComplaintModel()],
] as const satisfies readonly (readonly [string, readonly LifeStep<string, string>[], () => LifeModel])[];

describe.each(LIVES)('%s against a model of another kind', (_, life, begin) => {
  test('the model knows every verb of the table', () => {
    const modelled = begin().verbs.map((verb) => nameIn(life, verb));
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
          const choice = choiceOf(table, verbs, stage, mode);
          const verb = choice[pick % choice.length] ?? '';
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
