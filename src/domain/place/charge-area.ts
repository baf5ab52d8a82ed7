import { invalidInput } from '../errors.js';

const FORM = /^(\d{1,6})(?:\.(\d{1,3}))?$/;

/**
 * Square metres as decimal text to thousandths of a square metre.
 * @throws INVALID_INPUT for zero, negative numbers, more than three decimals, and a million square metres or more
 */
export function chargeAreaToMilli(path: string, area: string): number {
  const [, whole, fraction = ''] = FORM.exec(area) ?? [];
  const milli = whole === undefined ? 0 : Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
  if (milli <= 0) throw invalidInput(path, 'must be above 0 and below 1000000, with at most three decimals');
  return milli;
}

/** Thousandths of a square metre as decimal text without needless zeros: `88.5`. */
export const chargeAreaOfMilli = (milli: number): string => String(milli / 1000);
