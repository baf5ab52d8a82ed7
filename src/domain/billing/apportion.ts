/**
 * The share of an amount that goes to a weight which lies behind others: what is rounded up to its end, less what is
 * rounded up to its beginning. Lines in one order, whichever, are together the amount to the last minor unit, and each is
 * within one minor unit of its exact share; the remainder of rounding goes to the lines at which it becomes a whole unit.
 * @param before the weights of all lines before this one
 */
export function shareOf(
  amountMinor: number,
  weight: number,
  { before, total }: { readonly before: number; readonly total: number },
): number {
  if (total === 0) return 0;
  const upTo = (weights: number): bigint =>
    (BigInt(amountMinor) * BigInt(weights) * 2n + BigInt(total)) / (BigInt(total) * 2n);
  return Number(upTo(before + weight) - upTo(before));
}

/** An amount over weights, in their order; the shares are together the amount. */
export function apportion(amountMinor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const share = shareOf(amountMinor, weight, { before, total });
    before += weight;
    return share;
  });
}
