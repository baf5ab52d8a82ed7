import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SATISFACTIONS } from '../../../src/domain/callback/callback-answer.js';
import { DomainError } from '../../../src/domain/errors.js';
import { questionsOf } from '../../../src/domain/survey/questionnaire.js';
import { inParts } from '../../../src/domain/survey/in-parts.js';
import { shareOf } from '../../../src/domain/survey/share.js';
import { assertTakesAnswers, isValidForm, placeAnswers } from '../../../src/domain/survey/survey-answer.js';
import { bucketOf, tallyOf, type SurveyCounts } from '../../../src/domain/survey/survey-counts.js';
import { SURVEY_DIMENSIONS } from '../../../src/domain/survey/survey-dimension.js';
import { isByStaff, isInQuota, SURVEY_MODES } from '../../../src/domain/survey/survey-mode.js';
import { assertPlan, sampleSize } from '../../../src/domain/survey/survey-plan.js';
import { nextSurveyStage, SURVEY_STAGES, type SurveyStage } from '../../../src/domain/survey/survey-stage.js';

const factsOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof DomainError ? { code: error.code, ...error.facts } : error;
  }
};

describe('what a survey asks', () => {
  test('R-SAT-09 · a questionnaire scores the nine dimensions and asks two subjects in words', () => {
    const questions = questionsOf([]);
    expect(questions.filter(({ kind }) => kind === 'SCALE').map(({ dimension }) => dimension)).toEqual([
      ...SURVEY_DIMENSIONS,
    ]);
    expect(questions.filter(({ kind }) => kind === 'TEXT').map(({ key }) => key)).toEqual([
      'SPECIAL_DIFFICULTY',
      'OTHER',
    ]);
  });

  test('R-SAT-09 · own questions stand behind the dimensions, under keys of their own', () => {
    const own = [{ key: 'POOL', kind: 'SCALE' as const, text: '泳池？' }];
    expect(questionsOf(own, ['CLEANING']).map(({ key }) => key)).toEqual([
      'CLEANING',
      'POOL',
      'SPECIAL_DIFFICULTY',
      'OTHER',
    ]);
    expect(factsOf(() => questionsOf([...own, ...own]))).toEqual({
      code: 'INVALID_INPUT',
      path: 'input.ownQuestions.1.key',
    });
    expect(factsOf(() => questionsOf([{ key: 'SECURITY', kind: 'TEXT', text: 'x' }]))).toMatchObject({
      path: 'input.ownQuestions.0.key',
    });
    expect(factsOf(() => questionsOf([{ key: 'a b', kind: 'TEXT', text: 'x' }]))).toMatchObject({
      path: 'input.ownQuestions.0.key',
    });
    expect(factsOf(() => questionsOf([], []))).toMatchObject({ path: 'input.dimensions' });
  });
});

describe('the life of a round', () => {
  test.each<[Parameters<typeof nextSurveyStage>[0], SurveyStage | null, string]>([
    ['plan', null, 'PLANNED'],
    ['issue', 'PLANNED', 'ISSUED'],
    ['callOff', 'PLANNED', 'CALLED_OFF'],
    ['collect', 'ISSUED', 'COLLECTED'],
    ['analyse', 'COLLECTED', 'ANALYSED'],
    ['issue', 'ISSUED', 'R-SAT-02'],
    ['callOff', 'ISSUED', 'R-SAT-01'],
    ['collect', 'PLANNED', 'R-SAT-02'],
    ['analyse', 'ISSUED', 'R-SAT-03'],
    ['analyse', 'ANALYSED', 'R-SAT-03'],
    ['issue', 'CALLED_OFF', 'R-SAT-02'],
  ])('R-SAT-01, R-SAT-02, R-SAT-03 · %s at %s: %s', (verb, stage, expected) => {
    const facts = factsOf(() => nextSurveyStage(verb, stage));
    if ((SURVEY_STAGES as readonly string[]).includes(expected)) expect(nextSurveyStage(verb, stage)).toBe(expected);
    else expect(facts).toMatchObject({ code: 'RULE_REFUSED', rule: expected, verb });
  });

  const plan = {
    periodFrom: '2026-07-01',
    periodUntil: '2027-01-01',
    issueBy: '2026-12-01',
    closesAt: new Date('2026-12-15T16:00:00Z'),
  };
  const issueUntil = new Date('2026-12-01T15:59:59.999Z');
  test.each([
    [{}, null],
    [{ periodUntil: '2026-07-01' }, 'input.periodUntil'],
    [{ issueBy: '2026-11-26' }, 'input.issueBy'],
    [{ closesAt: issueUntil }, 'input.closesAt'],
  ])('R-SAT-02 · a plan with %j: %s', (changes, path) => {
    const facts = factsOf(() => {
      assertPlan({ ...plan, ...changes }, '2026-11-27', issueUntil);
    });
    if (path === null) expect(facts).toBeNull();
    else expect(facts).toMatchObject({ code: 'INVALID_INPUT', path });
  });

  test.each([
    [1000, 100, 1000],
    [1000, 15, 150],
    [3, 10, 1],
    [0, 100, 0],
    [7, 50, 4],
  ])('Q-01, R-SAT-07 · of %d households %d percent are %d', (occupied, percent, size) => {
    expect(sampleSize(occupied, percent)).toBe(size);
  });
});

describe('what comes back', () => {
  const questions = questionsOf([]);
  test.each([
    [[{ question: 'NOPE', level: 'SATISFIED' as const }], 'input.answers.0.question'],
    [
      [
        { question: 'CLEANING', level: 'SATISFIED' as const },
        { question: 'CLEANING', level: 'NEUTRAL' as const },
      ],
      'input.answers.1.question',
    ],
    [[{ question: 'OTHER', level: 'NEUTRAL' as const }], 'input.answers.0.level'],
    [[{ question: 'CLEANING', text: 'good' }], 'input.answers.0.text'],
  ])('R-SAT-03 · answers %j are refused at %s', (answers, path) => {
    expect(factsOf(() => placeAnswers(questions, answers))).toMatchObject({ code: 'INVALID_INPUT', path });
  });

  test('R-SAT-03 · M-SAT-01: what is blank is left out, and a form without anything on the scale is not valid', () => {
    const placed = placeAnswers(questions, [
      { question: 'CLEANING', level: null },
      { question: 'OTHER', text: '谢谢' },
    ]);
    expect(placed.map(({ question, text }) => [question.key, text])).toEqual([['OTHER', '谢谢']]);
    expect(isValidForm(placed)).toBe(false);
    expect(isValidForm(placeAnswers(questions, [{ question: 'CLEANING', level: 'NEUTRAL' }]))).toBe(true);
  });

  const issuedAt = new Date('2026-12-01T00:00:00Z');
  const closesAt = new Date('2026-12-15T00:00:00Z');
  test.each<[SurveyStage, string, boolean, boolean]>([
    ['ISSUED', '2026-12-01T00:00:00Z', false, true],
    ['ISSUED', '2026-12-14T23:59:59.999Z', false, true],
    ['ISSUED', '2026-12-15T00:00:00Z', false, false],
    ['ISSUED', '2026-11-30T23:59:59Z', true, false],
    ['COLLECTED', '2026-12-14T00:00:00Z', false, false],
    ['COLLECTED', '2026-12-14T00:00:00Z', true, true],
    ['COLLECTED', '2026-12-16T00:00:00Z', true, false],
    ['ANALYSED', '2026-12-14T00:00:00Z', true, false],
  ])('R-SAT-02, D-29 · in stage %s an answer of %s (by staff: %s) is taken: %s', (stage, at, byStaff, taken) => {
    const facts = factsOf(() => {
      assertTakesAnswers({ stage, issuedAt, closesAt }, new Date(at), byStaff);
    });
    if (taken) expect(facts).toBeNull();
    else
      expect(facts).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-SAT-02', stage, closesAt: closesAt.toISOString() });
  });

  test('R-SAT-06, D-29 · telephone interviews stand beside what was returned; the share that staff entered shows both', () => {
    expect(SURVEY_MODES.filter(isByStaff)).toEqual(['PAPER', 'TELEPHONE', 'IMPORT']);
    expect(SURVEY_MODES.filter((mode) => !isInQuota(mode))).toEqual(['TELEPHONE']);
    const counts: SurveyCounts = {
      ...{ households: 50, issued: 44, undeliverable: 4, byLink: 10, byApp: 5, byPaper: 15, byTelephone: 10 },
      ...{ byImport: 0, blank: 2, replaced: 1 },
    };
    expect(tallyOf([counts])).toMatchObject({
      returned: 30,
      responseRate: { numerator: 30, denominator: 40, percent: '75.0' },
      enteredByStaff: { numerator: 25, denominator: 40, percent: '62.5' },
    });
    expect(tallyOf([])).toMatchObject({ returned: 0, responseRate: { numerator: 0, denominator: 0, percent: null } });
  });

  test('R-SAT-02, R-MET-08 · M-SAT-03: whatever comes back is counted once, and estates together are ratios of sums', () => {
    const buckets = fc.array(fc.tuple(fc.constantFrom(...SURVEY_MODES), fc.boolean()), { maxLength: 40 });
    const countsOf = (forms: readonly (readonly [(typeof SURVEY_MODES)[number], boolean])[]): SurveyCounts => {
      const counts = { households: 60, issued: 50, undeliverable: 3, replaced: 0 };
      const zero = { byLink: 0, byApp: 0, byPaper: 0, byTelephone: 0, byImport: 0, blank: 0 };
      for (const [mode, valid] of forms) zero[bucketOf(mode, valid)] += 1;
      return { ...counts, ...zero };
    };
    fc.assert(
      fc.property(buckets, buckets, (a, b) => {
        const both = tallyOf([countsOf(a), countsOf(b)]);
        expect(both.returned + both.byTelephone + both.blank).toBe(a.length + b.length);
        expect(both.responseRate.denominator).toBe(94);
      }),
    );
  });

  test('R-SAT-03 · however many answer, estates are counted in parts of so many forms; none is left out, divided or out of turn', () => {
    const counts = { households: 0, issued: 0, undeliverable: 0, byApp: 0, byImport: 0, replaced: 0 };
    const estates = fc.array(
      fc.record({ byLink: fc.nat(400), byPaper: fc.nat(400), byTelephone: fc.nat(50), blank: fc.nat(50) }),
      { maxLength: 30 },
    );
    const formsOf = (of: SurveyCounts): number => of.byLink + of.byPaper + of.byTelephone + of.blank;
    fc.assert(
      fc.property(estates, (given) => {
        const all: SurveyCounts[] = given.map((each) => ({ ...counts, ...each }));
        const parts = inParts(all, 1_000);
        expect(parts.flat()).toEqual(all);
        for (const [i, part] of parts.entries()) {
          const forms = part.reduce((sum, of) => sum + formsOf(of), 0);
          expect(part.length === 1 || forms <= 1_000).toBe(true);
          const next = parts[i + 1]?.[0];
          if (next) expect(forms + formsOf(next)).toBeGreaterThan(1_000);
        }
      }),
    );
  });

  test.each([
    [27, 36, '75.0'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [1, 2000, '0.1'],
    [0, 0, null],
  ])('M-SAT-01, R-MET-07, R-MET-12 · %d of %d are %s percent', (numerator, denominator, percent) => {
    expect(shareOf(numerator, denominator).percent).toBe(percent);
  });

  test('Q-01 · answers are given on five levels', () => {
    expect(SATISFACTIONS).toHaveLength(5);
  });
});
