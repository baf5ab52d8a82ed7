/** A part of a whole, with both. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** Percent to one decimal, half up: `75.0`; null of nothing. */
  readonly percent: string | null;
}

/** A share with its percent. @rule R-MET-07 @rule R-MET-08 @rule R-MET-12 */
export const shareOf = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  percent: denominator === 0 ? null : (tenthsOf(numerator, denominator) / 10).toFixed(1),
});

/** Tenths of a percent, half up. */
export const tenthsOf = (numerator: number, denominator: number): number =>
  Math.floor((numerator * 2_000 + denominator) / (denominator * 2));
