import { addDays, type LocalDate } from '../calendar/calendar-day.js';
import { isOfHundred, minorsOf } from '../metric/metric-unit.js';
import { metricOf } from '../metric/metrics.js';
import { periodAround, type MetricPeriod } from '../metric/metric-period.js';
import type { AlertTerms } from './alert-terms.js';

/** What of a metric counted in a period. */
export interface PeriodFigure {
  readonly numerator: number;
  /** 0 where nothing is divided. */
  readonly denominator: number;
}

/** The figure of the period that begins on a day; null where nothing counted. */
export type FigureOn = (from: LocalDate) => PeriodFigure | null;

const NOTHING: PeriodFigure = { numerator: 0, denominator: 0 };

const before = ({ from }: MetricPeriod, { interval }: AlertTerms): MetricPeriod =>
  periodAround(addDays(from, -1), interval);

/** The period and those before it, the latest first. */
export function periodsBack(period: MetricPeriod, terms: AlertTerms, count: number): MetricPeriod[] {
  const periods = [period];
  while (periods.length < count) periods.push(before(periods.at(-1) ?? period, terms));
  return periods;
}

/** How many periods a rule compares: a trend has one more than it has steps. */
export const periodsCompared = ({ condition, periods }: AlertTerms): number =>
  condition === 'TREND' ? periods + 1 : periods;

/**
 * The periods that a rule looks at on a day: the last one that has ended, and for a threshold the one that runs, unless it is a
 * count that is still to grow; never one that had ended when the rule was set up.
 * @param since the estate's day on which it was set up
 * @rule R-ESC-05
 */
export function periodsToJudge(terms: AlertTerms, today: LocalDate, since: LocalDate): MetricPeriod[] {
  const running = periodAround(today, terms.interval);
  const grows = metricOf(terms.metric).denominator === null && terms.direction === 'BELOW';
  const periods = [before(running, terms)];
  if (terms.condition === 'THRESHOLD' && !grows) periods.push(running);
  return periods.filter(({ to }) => to > since);
}

/**
 * Whether a rule raises for a period: by exact ratios, and only where every period that it compares has the denominator that
 * the rule wants.
 * @returns the figure of the period, or null where it does not raise
 * @rule R-ESC-05
 */
export function judgePeriod(terms: AlertTerms, period: MetricPeriod, figureOn: FigureOn): PeriodFigure | null {
  const figures = periodsBack(period, terms, periodsCompared(terms)).map(({ from }) => figureOn(from) ?? NOTHING);
  if (!figures.every((figure) => says(terms, figure))) return null;
  const raises =
    terms.condition === 'TREND'
      ? figures.slice(1).every((earlier, i) => goesWrong(terms, earlier, figures[i] ?? NOTHING))
      : figures.every((figure) => liesBeyond(terms, figure));
  return raises ? (figures[0] ?? NOTHING) : null;
}

const divides = ({ metric }: AlertTerms): boolean => metricOf(metric).denominator !== null;

const says = (terms: AlertTerms, { denominator }: PeriodFigure): boolean =>
  !divides(terms) || denominator >= Math.max(1, terms.atLeast);

/** What stands below the line. */
const below = (terms: AlertTerms, { denominator }: PeriodFigure): bigint => (divides(terms) ? BigInt(denominator) : 1n);

function liesBeyond(terms: AlertTerms, figure: PeriodFigure): boolean {
  const { unit } = metricOf(terms.metric);
  const value = BigInt(figure.numerator) * (isOfHundred(unit) ? 1_000n : 10n);
  const bound = BigInt(terms.thresholdTenths ?? 0) * minorsOf(unit) * below(terms, figure);
  return terms.direction === 'ABOVE' ? value > bound : value < bound;
}

function goesWrong(terms: AlertTerms, earlier: PeriodFigure, later: PeriodFigure): boolean {
  const was = BigInt(earlier.numerator) * below(terms, later);
  const is = BigInt(later.numerator) * below(terms, earlier);
  return terms.direction === 'ABOVE' ? is > was : is < was;
}
