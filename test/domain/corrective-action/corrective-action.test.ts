import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPutOff } from '../../../src/domain/corrective-action/action-due.js';
import {
  ACTION_LIFE,
  ACTION_STAGES,
  ACTION_VERBS,
  nextActionStage,
  type ActionStage,
} from '../../../src/domain/corrective-action/action-stage.js';
import { checkingPost } from '../../../src/domain/corrective-action/action-check.js';
import { assertImpartial } from '../../../src/domain/corrective-action/assert-impartial.js';
import { DomainError } from '../../../src/domain/errors.js';

const refusal = (work: () => unknown): Readonly<Record<string, unknown>> | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, ...error.facts };
  }
};

describe('corrective actions', () => {
  const every = [null, ...ACTION_STAGES].flatMap((stage) => ACTION_VERBS.map((verb) => ({ stage, verb })));

  test.each(every)(
    'R-CMP-20, R-ORG-25 · $verb from $stage leads where the life says, or is refused with what is allowed',
    ({ stage, verb }) => {
      const step = ACTION_LIFE.find((one) => one.verb === verb && one.from.includes(stage));
      if (step) expect(nextActionStage(verb, stage)).toBe(step.to);
      else
        expect(refusal(() => nextActionStage(verb, stage))).toEqual({
          ...{ code: 'RULE_REFUSED', rule: ACTION_LIFE.find((one) => one.verb === verb)!.rule, stage, verb },
          allowed: ACTION_LIFE.filter((one) => one.from.includes(stage)).map((one) => one.verb),
        });
    },
  );

  test('R-ORG-25 · over any sequence of verbs what is verified was done as often as it was opened again, and once more', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTION_VERBS), { maxLength: 40 }), (verbs) => {
        let stage: ActionStage | null = null;
        const count = { report: 0, reopen: 0 };
        for (const verb of verbs) {
          const before: ActionStage | null = stage;
          if (refusal(() => nextActionStage(verb, before)) !== null) continue;
          stage = nextActionStage(verb, before);
          if (verb === 'report' || verb === 'reopen') count[verb] += 1;
          const isDone: boolean = stage === 'DONE' || stage === 'VERIFIED';
          expect(count.report).toBe(count.reopen + Number(isDone));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  const due = { dueDay: '2026-09-20', dueAt: new Date('2026-09-20T15:59:59.999Z') };
  test.each([
    ['planned for the first time', null, '2026-09-20', '2026-09-30T00:00:00Z', false],
    ['the same day', due, '2026-09-20', '2026-09-20T15:59:59.999Z', false],
    ['a later day, on the last millisecond', due, '2026-09-21', '2026-09-20T15:59:59.999Z', true],
    ['an earlier day', due, '2026-09-19', '2026-09-10T00:00:00Z', false],
    ['the same day, when it is over', due, '2026-09-20', '2026-10-20T00:00:00Z', false],
  ])('R-CMP-20, D-27 · %s: put off or not', (_, before, day, now, putOff) => {
    expect(isPutOff(before, day, new Date(now))).toBe(putOff);
  });

  test.each(['2026-09-21', '2026-09-19'])(
    'R-CMP-20 · what is overdue is done late and not put off, to %s neither',
    (day) => {
      expect(refusal(() => isPutOff(due, day, new Date('2026-09-20T16:00:00Z')))).toEqual({
        ...{ code: 'RULE_REFUSED', rule: 'R-CMP-20', dueDay: '2026-09-20' },
      });
    },
  );

  const hands = { ownerId: 'owner', doneById: 'doer', againstStaffId: 'accused' };
  test.each([
    ['owner', 'R-ORG-68'],
    ['doer', 'R-ORG-68'],
    ['accused', 'D-16'],
    ['somebody else', undefined],
  ])('R-ORG-68, D-16 · %s judges an action: %s', (judge, rule) => {
    expect(
      refusal(() => {
        assertImpartial(judge, hands);
      })?.['rule'],
    ).toBe(rule);
  });
});

test.each<[string | null, Parameters<typeof checkingPost>[1], string]>([
  ['estate', [], 'SERVICE_MANAGER'],
  ['estate', ['QUALITY_OFFICER'], 'SERVICE_MANAGER'],
  ['estate', ['SERVICE_MANAGER'], 'ESTATE_MANAGER'],
  ['estate', ['SERVICE_MANAGER', 'ESTATE_MANAGER'], 'QUALITY_OFFICER'],
  ['estate', ['SERVICE_MANAGER', 'ESTATE_MANAGER', 'QUALITY_OFFICER'], 'QUALITY_OFFICER'],
  [null, [], 'QUALITY_OFFICER'],
  [null, ['SERVICE_MANAGER', 'QUALITY_OFFICER'], 'COMPANY_LEADER'],
])('R-ORG-25, R-ORG-68 · of %s, where %j had a hand in it, the look is owed by the %s', (estateId, held, post) => {
  expect(checkingPost(estateId, held)).toBe(post);
});
