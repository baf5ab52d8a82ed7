import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../src/domain/errors.js';
import { ALERT_LIFE, ALERT_STAGES, ALERT_VERBS, nextAlertStage } from '../../../src/domain/metric-alert/alert-stage.js';
import { alertTerms, thresholdText, type AlertTermsSaid } from '../../../src/domain/metric-alert/alert-terms.js';
import { judgePeriod, periodsToJudge, type PeriodFigure } from '../../../src/domain/metric-alert/judge-period.js';

const PERCENT: AlertTermsSaid = {
  ...{ metric: 'REPAIR_ACCEPTED_IN_TIME', interval: 'MONTH', condition: 'THRESHOLD', direction: 'BELOW' },
  threshold: '90',
};
const COUNT: AlertTermsSaid = {
  ...PERCENT,
  metric: 'REPAIRS_REPORTED',
  interval: 'DAY',
  direction: 'ABOVE',
  threshold: '3',
};
const MARCH = { from: '2026-03-01', to: '2026-04-01' };

const pathOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.facts['path'] : error;
  }
  return undefined;
};
const figures =
  (found: Readonly<Record<string, readonly [number, number]>>) =>
  (from: string): PeriodFigure | null => {
    const [numerator, denominator] = found[from] ?? [];
    return numerator === undefined || denominator === undefined ? null : { numerator, denominator };
  };

describe('rules on figures', () => {
  test.each([
    ['no bound', { threshold: null }, 'input.threshold'],
    ['a bound below zero', { threshold: '-1' }, 'input.threshold'],
    ['a bound finer than a tenth', { threshold: '90.05' }, 'input.threshold'],
    ['a bound of a trend', { condition: 'TREND', periods: 3 }, 'input.threshold'],
    ['a threshold over two periods', { periods: 2 }, 'input.periods'],
    ['a streak of one period', { condition: 'STREAK', periods: 1 }, 'input.periods'],
    ['a streak of thirteen', { condition: 'STREAK', periods: 13 }, 'input.periods'],
    ['a trend without periods', { condition: 'TREND', threshold: null }, 'input.periods'],
    ['no denominator at all', { atLeast: 0 }, 'input.atLeast'],
    ['a denominator that the metric lacks', { metric: 'REPAIRS_REPORTED', atLeast: 1 }, 'input.atLeast'],
    ['what was due before the period', { metric: 'PRIOR_ARREARS_RECOVERED' }, 'input.metric'],
  ] as const)('R-ESC-05 · a rule with %s is refused', (_, more, path) => {
    expect(pathOf(() => alertTerms({ ...PERCENT, ...more }))).toBe(path);
  });

  test('R-ESC-05 · bounds are exact tenths of the unit, and a rate wants a denominator of five where nothing is said', () => {
    expect(alertTerms({ ...PERCENT, threshold: '90.5' })).toMatchObject({
      thresholdTenths: 905,
      periods: 1,
      atLeast: 5,
    });
    expect(alertTerms(COUNT)).toMatchObject({ thresholdTenths: 30, atLeast: 0 });
    expect([905, 900, 0, null].map(thresholdText)).toEqual(['90.5', '90', '0', null]);
  });

  test.each([
    ['below ninety with nine of ten', 'BELOW', [9, 10], false],
    ['below ninety by a hair', 'BELOW', [899_999, 1_000_000], true],
    ['below ninety with too few', 'BELOW', [0, 4], false],
    ['below ninety without data', 'BELOW', null, false],
    ['above ninety with nine of ten', 'ABOVE', [9, 10], false],
    ['above ninety by a hair', 'ABOVE', [900_001, 1_000_000], true],
  ] as const)('R-ESC-05, R-MET-07 · %s', (_, direction, cell, raises) => {
    const terms = alertTerms({ ...PERCENT, direction });
    const figureOn = figures(cell ? { '2026-03-01': cell } : {});
    expect(judgePeriod(terms, MARCH, figureOn) !== null).toBe(raises);
  });

  test('R-ESC-05, M-FEE-10 · a bound of an amount is in yuan, and the amount in fen', () => {
    const terms = alertTerms({ ...COUNT, metric: 'REFUNDS_PAID', direction: 'ABOVE', threshold: '100.5' });
    const raises = (fen: number): boolean => judgePeriod(terms, MARCH, figures({ '2026-03-01': [fen, 0] })) !== null;
    expect([10_049, 10_050, 10_051].map(raises)).toEqual([false, false, true]);
  });

  test('R-ESC-05, D-25 · a count below its bound raises for a period without any, once it is over', () => {
    const silent = alertTerms({ ...COUNT, metric: 'CONTACTS_RECEIVED', direction: 'BELOW', threshold: '1' });
    expect(periodsToJudge(silent, '2026-03-10', '2026-03-01').map(({ from }) => from)).toEqual(['2026-03-09']);
    expect(judgePeriod(silent, { from: '2026-03-09', to: '2026-03-10' }, figures({}))).toEqual({
      ...{ numerator: 0, denominator: 0 },
    });
    expect(periodsToJudge(alertTerms(COUNT), '2026-03-10', '2026-03-01')).toHaveLength(2);
  });

  test.each([
    [
      'three bad months on end',
      'STREAK',
      { '2026-03-01': [1, 10], '2026-02-01': [2, 10], '2026-01-01': [3, 10] },
      true,
    ],
    [
      'two bad months and a good one',
      'STREAK',
      { '2026-03-01': [1, 10], '2026-02-01': [2, 10], '2026-01-01': [9, 10] },
      false,
    ],
    ['two bad months behind a gap', 'STREAK', { '2026-03-01': [1, 10], '2026-01-01': [3, 10] }, false],
    [
      'three falls on end',
      'TREND',
      { '2026-03-01': [95, 100], '2026-02-01': [96, 100], '2026-01-01': [97, 100], '2025-12-01': [98, 100] },
      true,
    ],
    [
      'a fall, a halt, a fall',
      'TREND',
      { '2026-03-01': [95, 100], '2026-02-01': [97, 100], '2026-01-01': [97, 100], '2025-12-01': [98, 100] },
      false,
    ],
    [
      'three falls with too few in one month',
      'TREND',
      { '2026-03-01': [95, 100], '2026-02-01': [96, 100], '2026-01-01': [3, 4], '2025-12-01': [98, 100] },
      false,
    ],
  ] as const)('R-ESC-05 · %s', (_, condition, cells, raises) => {
    const terms = alertTerms({ ...PERCENT, condition, periods: 3, threshold: condition === 'TREND' ? null : '90' });
    expect(judgePeriod(terms, MARCH, figures(cells)) !== null).toBe(raises);
  });

  test('R-ESC-05 · what was over when the rule was set up is not looked at; streaks and trends wait for the end of a period', () => {
    const from = (terms: AlertTermsSaid, since: string) =>
      periodsToJudge(alertTerms(terms), '2026-03-10', since).map((period) => period.from);
    expect(from(PERCENT, '2026-03-05')).toEqual(['2026-03-01']);
    expect(from(PERCENT, '2026-02-28')).toEqual(['2026-02-01', '2026-03-01']);
    expect(from({ ...PERCENT, condition: 'STREAK', periods: 2 }, '2026-02-28')).toEqual(['2026-02-01']);
    expect(from({ ...PERCENT, interval: 'WEEK' }, '2026-03-09')).toEqual(['2026-03-09']);
  });

  test('R-ESC-05 · a rate that raises above a bound never raises below it, and a longer streak is never broken sooner', () => {
    const cell = fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 3 }), fc.nat(1_000), (cells, tenths) => {
        const months = ['2026-03-01', '2026-02-01', '2026-01-01'];
        const figureOn = figures(Object.fromEntries(months.map((month, i) => [month, cells[i] ?? [0, 0]])));
        const said = { ...PERCENT, threshold: thresholdText(tenths), atLeast: 1 };
        const raises = (more: Partial<AlertTermsSaid>): boolean =>
          judgePeriod(alertTerms({ ...said, ...more }), MARCH, figureOn) !== null;
        expect(raises({ direction: 'ABOVE' }) && raises({ direction: 'BELOW' })).toBe(false);
        if (raises({ condition: 'STREAK', periods: 3 })) expect(raises({ condition: 'STREAK', periods: 2 })).toBe(true);
      }),
    );
  });

  test('R-ESC-05 · an alert takes the verbs of its stage and no other', () => {
    for (const stage of [null, ...ALERT_STAGES])
      for (const verb of ALERT_VERBS) {
        const step = ALERT_LIFE.find((each) => each.verb === verb && each.from.includes(stage));
        if (step) expect(nextAlertStage(verb, stage)).toBe(step.to);
        else expect(() => nextAlertStage(verb, stage)).toThrow(DomainError);
      }
  });
});
