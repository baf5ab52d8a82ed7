import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { assertAnswers } from '../../../src/domain/liaison-letter/assert-answers.js';
import {
  LETTER_LIFE,
  LETTER_STAGES,
  LETTER_VERBS,
  nextLetterStage,
} from '../../../src/domain/liaison-letter/letter-stage.js';

const factsOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.facts : error;
  }
  return null;
};

describe('the way of a liaison letter', () => {
  test('R-ESC-01, R-ESC-02, R-ESC-03, R-ESC-04, R-ORG-17 · a letter takes the verbs of its stage and no other', () => {
    for (const stage of [null, ...LETTER_STAGES])
      for (const verb of LETTER_VERBS) {
        const step = LETTER_LIFE.find((each) => each.verb === verb && each.from.includes(stage));
        if (step) expect(nextLetterStage(verb, stage)).toBe(step.to);
        else
          expect(factsOf(() => nextLetterStage(verb, stage))).toMatchObject({
            rule: LETTER_LIFE.find((each) => each.verb === verb)?.rule,
          });
      }
  });

  test.each([
    ['the window', 'SENT', true, null, true],
    ['the window of what was passed', 'PASSED', true, 'other', true],
    ['the department before it has it', 'SENT', false, 'finance', false],
    ['the department that has it', 'PASSED', false, 'finance', true],
    ['another department', 'PASSED', false, 'other', false],
    ['somebody without a department', 'PASSED', false, null, false],
  ] as const)('R-ESC-03, R-ESC-04, R-ORG-06 · %s', (_, stage, isWindow, departmentId, answers) => {
    const refused = factsOf(() => assertAnswers({ isWindow, departmentId }, { stage, departmentId: 'finance' }));
    if (answers) expect(refused).toBeNull();
    else expect(refused).toMatchObject({ rule: 'R-ESC-04', stage });
  });
});
