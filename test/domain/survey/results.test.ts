import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SATISFACTIONS } from '../../../src/domain/callback/callback-answer.js';
import { DomainError } from '../../../src/domain/errors.js';
import {
  answersOf,
  changeOf,
  isSmallSample,
  NO_ANSWERS,
  plus,
  satisfactionOf,
} from '../../../src/domain/survey/distribution.js';
import { maskedWords } from '../../../src/domain/survey/masked-words.js';
import { FEWEST_ANSWERS, openCells } from '../../../src/domain/survey/open-cells.js';
import { periodBefore } from '../../../src/domain/survey/period-before.js';
import { PUBLISH_WORKING_DAYS } from '../../../src/domain/survey/publication.js';
import { questionsOf } from '../../../src/domain/survey/questionnaire.js';
import { shareOf } from '../../../src/domain/survey/share.js';
import { surveyResults, type CountedAnswers } from '../../../src/domain/survey/survey-results.js';
import type { SurveyMode } from '../../../src/domain/survey/survey-mode.js';

const QUESTIONS = questionsOf([{ key: 'POOL', kind: 'SCALE', text: '泳池？' }], ['CLEANING', 'SECURITY']);
const of = (buildingId: string, mode: SurveyMode, question: string, n: number): CountedAnswers => ({
  ...{ buildingId, mode, question },
  levels: { ...NO_ANSWERS, SATISFIED: n },
});

describe('what a distribution says', () => {
  test('M-SAT-01, Q-01 · the upper two levels are satisfied, or as many as the policy says', () => {
    const levels = { VERY_SATISFIED: 7, SATISFIED: 20, NEUTRAL: 5, DISSATISFIED: 3, VERY_DISSATISFIED: 1 };
    expect(satisfactionOf(levels, 2)).toEqual({ numerator: 27, denominator: 36, percent: '75.0' });
    expect(satisfactionOf(levels, 1)).toEqual({ numerator: 7, denominator: 36, percent: '19.4' });
    expect(satisfactionOf(NO_ANSWERS, 2).percent).toBeNull();
    expect(answersOf(plus(levels, levels))).toBe(72);
  });

  test.each([
    [29, true],
    [30, false],
  ])('M-SAT-07 · %d valid answers are a small sample: %s', (answers, small) => {
    expect(isSmallSample(answers)).toBe(small);
  });

  test.each([
    [shareOf(27, 36), shareOf(1, 2), '25.0'],
    [shareOf(1, 3), shareOf(2, 3), '-33.4'],
    [shareOf(1, 3), shareOf(0, 0), null],
  ])('M-SAT-07 · from %j to %j are %s points', (now, before, points) => {
    expect(changeOf(now, before)).toBe(points);
  });

  test.each([
    [
      { from: '2026-07-01', until: '2027-01-01' },
      { from: '2026-01-01', until: '2026-07-01' },
    ],
    [
      { from: '2026-03-01', until: '2026-04-01' },
      { from: '2026-02-01', until: '2026-03-01' },
    ],
    [
      { from: '2026-03-02', until: '2026-03-12' },
      { from: '2026-02-20', until: '2026-03-02' },
    ],
  ])('D-24, R-MET-02 · %j is compared with %j', (period, before) => {
    expect(periodBefore(period)).toEqual(before);
  });

  test.each([
    [{ from: '2026-07-01', until: '2026-07-01' }],
    [{ from: '2020-07-01', until: '2026-07-01' }],
    [{ from: '2026-02-30', until: '2026-07-01' }],
  ])('D-24 · %j is no period', (period) => {
    expect(() => periodBefore(period)).toThrow(DomainError);
  });

  test('R-SAT-05, R-LTM-21, R-RPT-11 · results are published within five working days', () => {
    expect(PUBLISH_WORKING_DAYS).toBe(5);
  });
});

describe('what single households said stays closed', () => {
  test.each<[string, string[], string]>([
    ['请打13800001234', [], '请打***'],
    ['请打138 0000-1234谢谢', [], '请打***谢谢'],
    ['张三说电梯慢', ['张三'], '***说电梯慢'],
    ['我是3栋1201的', [], '我是***的'],
    ['1201室漏水', [], '***漏水'],
    ['写给 a.b@example.org 吧', [], '写给 *** 吧'],
    ['等了15分钟', [], '等了15分钟'],
    ['李', ['李'], '李'],
  ])('D-29 · %s of %j is shown as %s', (text, names, shown) => {
    expect(maskedWords(text, names)).toBe(shown);
  });

  const cells = surveyResults(
    QUESTIONS,
    [
      of('A', 'LINK', 'CLEANING', 10),
      of('B', 'PAPER', 'CLEANING', 3),
      of('C', 'APP', 'CLEANING', 4),
      of('D', 'LINK', 'CLEANING', 20),
      of('D', 'TELEPHONE', 'CLEANING', 2),
    ],
    [
      { staffId: 'S1', buildingIds: ['A', 'B'] },
      { staffId: 'S2', buildingIds: ['C', 'D', 'B'] },
    ],
  );
  const shown = cells
    .filter(({ open, question }) => open && question === 'CLEANING')
    .map(({ scope, buildingId, stewardId, mode, levels }) => [
      [scope, buildingId ?? stewardId ?? mode].filter(Boolean).join(' '),
      answersOf(levels),
    ]);

  test('D-29, R-SAT-03, R-SAT-06 · few answers, and what would give them away beside other figures, are closed; the telephone stands by itself', () => {
    expect(shown).toEqual([
      ['ESTATE', 37],
      ['MODE LINK', 30],
      ['STEWARD S2', 27],
      ['BUILDING A', 10],
      ['BUILDING D', 20],
    ]);
    const all = cells.filter(({ question }) => question === 'CLEANING');
    expect(all.find(({ scope, mode }) => scope === 'MODE' && mode === 'TELEPHONE')).toMatchObject({ open: false });
    expect(all.find(({ scope, buildingId }) => scope === 'BUILDING' && buildingId === 'D')?.levels.SATISFIED).toBe(20);
  });

  test('D-29, R-SAT-09 · the figure over all dimensions leaves own questions out and is closed as soon as one of them is', () => {
    const both = surveyResults(
      QUESTIONS,
      [of('A', 'LINK', 'CLEANING', 10), of('A', 'LINK', 'SECURITY', 3), of('A', 'LINK', 'POOL', 9)],
      [],
    );
    const estate = both.filter(({ scope }) => scope === 'ESTATE');
    expect(estate.map(({ question, levels, open }) => [question, answersOf(levels), open])).toEqual([
      ['SECURITY', 3, false],
      ['CLEANING', 10, true],
      ['POOL', 9, true],
      ['OVERALL', 13, false],
    ]);
  });

  test('D-29 · whatever is opened, adding and subtracting tells of no group of one to four', () => {
    const world = fc
      .tuple(
        fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1 }), { maxLength: 6 }),
      )
      .map(([answers, sets]) => ({
        atoms: answers.map((n, i) => ({ key: String(i), answers: n })),
        cells: sets.map((set, i) => ({ id: String(i), atoms: new Set(set.map(String)) })),
      }));
    fc.assert(
      fc.property(world, ({ atoms, cells: wanted }) => {
        const everything = new Set(atoms.map(({ key }) => key));
        const open = openCells(atoms, [everything], wanted);
        const sum = (keys: Iterable<string>): number =>
          [...keys].reduce((all, key) => all + (atoms.find((atom) => atom.key === key)?.answers ?? 0), 0);
        const sets = wanted.filter(({ id }) => open.has(id)).map((cell) => cell.atoms);
        for (const set of sets) expect(sum(set)).toBeGreaterThanOrEqual(FEWEST_ANSWERS);
        // What is open, combined by and, or and not, never comes to one to four answers.
        for (const a of sets)
          for (const b of sets) {
            const parts = [
              [...a].filter((key) => b.has(key)),
              [...a].filter((key) => !b.has(key)),
              [...everything].filter((key) => !a.has(key) && !b.has(key) && sets.length > 0),
            ];
            for (const part of parts) expect([0, FEWEST_ANSWERS]).toContain(Math.min(sum(part), FEWEST_ANSWERS));
          }
      }),
      { numRuns: 500 },
    );
  });

  test('R-SAT-03 · every answer is in exactly one building and one way of answering', () => {
    const counted = fc.array(
      fc.tuple(
        fc.constantFrom('A', 'B'),
        fc.constantFrom<SurveyMode>('LINK', 'PAPER', 'TELEPHONE'),
        fc.constantFrom(...SATISFACTIONS),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(counted, (answers) => {
        const rows = answers.map(([buildingId, mode, level]) => ({
          ...{ buildingId, mode, question: 'CLEANING' },
          levels: { ...NO_ANSWERS, [level]: 1 },
        }));
        const results = surveyResults(QUESTIONS, rows, []).filter(({ question }) => question === 'CLEANING');
        const total = (scope: string): number =>
          results.filter((cell) => cell.scope === scope).reduce((sum, cell) => sum + answersOf(cell.levels), 0);
        const telephone = answers.filter(([, mode]) => mode === 'TELEPHONE').length;
        expect(total('MODE')).toBe(answers.length);
        expect(total('ESTATE')).toBe(answers.length - telephone);
        expect(total('BUILDING')).toBe(answers.length - telephone);
      }),
    );
  });
});
