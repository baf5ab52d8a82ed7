import { invalidInput } from '../errors.js';

const FORM = /^(\d{1,4})(?:\.(\d{1,3})0*)?$/;

/**
 * A quantity as decimal text, in thousandths.
 * @throws INVALID_INPUT for zero, negative numbers, more than three decimals, and ten thousand or more
 */
export function quantityToMilli(path: string, quantity: string): number {
  const [, whole, fraction = ''] = FORM.exec(quantity) ?? [];
  const milli = whole === undefined ? 0 : Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
  if (milli <= 0) throw invalidInput(path, 'must be above 0 and below 10000, with at most three decimals');
  return milli;
}

/** Thousandths as decimal text without needless zeros: `2.5`. */
export const quantityOfMilli = (milli: number): string => String(milli / 1000);

/** What a quantity costs, in minor units, rounded half up. Exact below ten thousand pieces of a million each. */
export const costOf = (quantityMilli: number, priceMinor: number): number =>
  Math.floor((quantityMilli * priceMinor + 500) / 1000);
