import { SATISFACTIONS, type Satisfaction } from '../callback/callback-answer.js';
import { shareOf, tenthsOf, type Share } from './share.js';

/** Answers by level, as many as there are. */
export type Distribution = Readonly<Record<Satisfaction, number>>;

/** A distribution of nothing. */
export const NO_ANSWERS: Distribution = {
  VERY_SATISFIED: 0,
  SATISFIED: 0,
  NEUTRAL: 0,
  DISSATISFIED: 0,
  VERY_DISSATISFIED: 0,
};

/** Below so many valid answers a figure is called a small sample. @rule M-SAT-07 */
const SMALL_SAMPLE = 30;

/** The two together. */
export const plus = (a: Distribution, b: Distribution): Distribution =>
  Object.fromEntries(SATISFACTIONS.map((level) => [level, a[level] + b[level]])) as Record<Satisfaction, number>;

/** How many answers there are. */
export const answersOf = (distribution: Distribution): number =>
  SATISFACTIONS.reduce((sum, level) => sum + distribution[level], 0);

/** Whether there are so few valid answers that a comparison says little. */
export const isSmallSample = (answers: number): boolean => answers < SMALL_SAMPLE;

/**
 * Satisfied answers of valid ones: the upper levels, two unless the company's policy says otherwise.
 * @rule Q-01
 */
export function satisfactionOf(distribution: Distribution, satisfiedSteps: number): Share {
  const satisfied = SATISFACTIONS.slice(0, satisfiedSteps).reduce((sum, level) => sum + distribution[level], 0);
  return shareOf(satisfied, answersOf(distribution));
}

/** Percentage points from one rate to another, one decimal; null where one of the two is of nothing. */
export function changeOf(now: Share, before: Share): string | null {
  if (now.denominator === 0 || before.denominator === 0) return null;
  const tenths = tenthsOf(now.numerator, now.denominator) - tenthsOf(before.numerator, before.denominator);
  return (tenths / 10).toFixed(1);
}
