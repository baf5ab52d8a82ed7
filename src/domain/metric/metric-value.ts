import { amountOf } from '../money/money.js';
import type { ExclusionReason } from './exclusion-reason.js';
import type { MetricDefinition } from './metric-definition.js';
import { isOfHundred, minorsOf } from './metric-unit.js';

/** Sums over the items of a metric. Numerators and denominators are whole numbers. */
export interface MetricSums {
  readonly numerator: number;
  readonly denominator: number;
  readonly pending: number;
}

/** Items that were left out of sums, by reason. */
export type Exclusions = ReadonlyMap<ExclusionReason, number>;

/** Nothing happened. */
export const NO_SUMS: MetricSums = { numerator: 0, denominator: 0, pending: 0 };

/** How many percentage points a value may stay behind its target and be shown amber. */
const AMBER_POINTS = 5n;

/** A quotient, rounded half up; whole numbers, the divisor above zero. */
const halfUp = (dividend: bigint, divisor: bigint): bigint => {
  const doubled = 2n * dividend + divisor;
  const quotient = doubled / (2n * divisor);
  return doubled < 0n && doubled % (2n * divisor) !== 0n ? quotient - 1n : quotient;
};

/**
 * The value that sums give: a rate is the ratio of the sums, never a mean of rates; without a denominator there is none. A
 * percentage has one decimal, half up; a mean of seconds none; an amount is in yuan.
 * @rule R-MET-07 @rule R-MET-08 @rule R-MET-12
 */
export function metricValue({ unit, denominator }: MetricDefinition, sums: MetricSums): string | null {
  if (denominator === null) return unit === 'YUAN' ? amountOf(sums.numerator) : String(sums.numerator);
  if (sums.denominator === 0) return null;
  const [above, below] = [BigInt(sums.numerator), BigInt(sums.denominator)];
  if (!isOfHundred(unit)) return String(halfUp(above, below));
  const tenths = halfUp(above * 1_000n, below);
  const digits = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '-' : ''}${digits / 10n}.${digits % 10n}`;
}

/** How far a value is ahead of its target, in hundredths of the unit by the denominator; below zero: behind it. */
function ahead({ target, better, unit, denominator }: MetricDefinition, sums: MetricSums): bigint | null {
  if (target === null || better === null || (denominator !== null && sums.denominator === 0)) return null;
  const value = (BigInt(sums.numerator) * (isOfHundred(unit) ? 10_000n : 100n)) / minorsOf(unit);
  const bar = BigInt(Math.round(target * 100)) * (denominator === null ? 1n : BigInt(sums.denominator));
  return better === 'MORE' ? value - bar : bar - value;
}

/** Whether the target is reached, by the exact ratio and not by the shown one; null without data or target. */
export function isAttained(definition: MetricDefinition, sums: MetricSums): boolean | null {
  const by = ahead(definition, sums);
  return by === null ? null : by >= 0n;
}

export const TRAFFIC_LIGHTS = ['GREEN', 'AMBER', 'RED'] as const;
export type TrafficLight = (typeof TRAFFIC_LIGHTS)[number];

/** Green at the target, amber within five points of a percentage, else red; null where nothing is to be reached. */
export function trafficLight(definition: MetricDefinition, sums: MetricSums): TrafficLight | null {
  const by = ahead(definition, sums);
  if (by === null) return null;
  if (by >= 0n) return 'GREEN';
  const near = definition.unit === 'PERCENT' && -by <= AMBER_POINTS * 100n * BigInt(sums.denominator);
  return near ? 'AMBER' : 'RED';
}
