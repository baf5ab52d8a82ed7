import { invalidInput } from '../errors.js';
import { metricOf, type MetricKey } from '../metric/metrics.js';
import type { AlertCondition, AlertDirection, AlertInterval } from './alert-condition.js';

/** What a rule looks at, and when it raises. */
export interface AlertTerms {
  readonly metric: MetricKey;
  readonly interval: AlertInterval;
  readonly condition: AlertCondition;
  readonly direction: AlertDirection;
  /** Tenths of the metric's unit; null for a trend. */
  readonly thresholdTenths: number | null;
  /** Over how many periods; 1 for a threshold. */
  readonly periods: number;
  /** With a smaller denominator a period says nothing; 0 where nothing is divided. */
  readonly atLeast: number;
}

/** The same as a client says it. */
export interface AlertTermsSaid extends Omit<AlertTerms, 'thresholdTenths' | 'periods' | 'atLeast'> {
  /** In the metric's unit, to one decimal. */
  readonly threshold?: string | null;
  readonly periods?: number | null;
  readonly atLeast?: number | null;
}

const THRESHOLD = /^(\d{1,12})(?:\.(\d))?$/;
const MOST_PERIODS = 12;
/** The smallest denominator that counts where nothing is said. */
const AT_LEAST = 5;
const MOST_AT_LEAST = 1_000_000;

/**
 * The terms of a rule.
 * @throws INVALID_INPUT with the field's path for a bound that is missing, out of place or finer than a tenth, for fewer than
 * two or more than twelve periods of a streak or trend, for a denominator that the metric does not have, and for a metric of what
 * was due before the period
 * @rule R-ESC-05
 */
export function alertTerms(said: AlertTermsSaid): AlertTerms {
  const { metric, interval, condition, direction } = said;
  if (metricOf(metric).ofPriorDebt) throw invalidInput('input.metric', 'is not the sum of what is told on its days');
  return {
    ...{ metric, interval, condition, direction },
    thresholdTenths: thresholdOf(said),
    periods: periodsOf(said),
    atLeast: atLeastOf(said),
  };
}

function thresholdOf({ condition, threshold = null }: AlertTermsSaid): number | null {
  if (condition === 'TREND') {
    if (threshold !== null) throw invalidInput('input.threshold', 'a trend has none');
    return null;
  }
  const [, whole, tenth = '0'] = THRESHOLD.exec(threshold ?? '') ?? [];
  if (whole === undefined) throw invalidInput('input.threshold', 'must be a number from 0 on with at most one decimal');
  return Number(whole) * 10 + Number(tenth);
}

function periodsOf({ condition, periods = null }: AlertTermsSaid): number {
  if (condition === 'THRESHOLD') {
    if (periods !== null && periods !== 1) throw invalidInput('input.periods', 'a threshold is of one period');
    return 1;
  }
  if (periods === null || periods < 2 || periods > MOST_PERIODS)
    throw invalidInput('input.periods', `must lie between 2 and ${MOST_PERIODS}`, { min: 2, max: MOST_PERIODS });
  return periods;
}

function atLeastOf({ metric, atLeast = null }: AlertTermsSaid): number {
  if (metricOf(metric).denominator === null) {
    if (atLeast !== null) throw invalidInput('input.atLeast', 'the metric has no denominator');
    return 0;
  }
  if (atLeast !== null && (atLeast < 1 || atLeast > MOST_AT_LEAST))
    throw invalidInput('input.atLeast', `must lie between 1 and ${MOST_AT_LEAST}`, { min: 1, max: MOST_AT_LEAST });
  return atLeast ?? AT_LEAST;
}

/** A bound as clients see it, in the metric's unit; null where there is none. */
export const thresholdText = (tenths: number | null): string | null =>
  tenths === null ? null : tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
