import { invalidInput } from '../errors.js';

const FORM = /^(\d{1,9})(?:\.(\d{1,3})0*)?$/;

/** What a meter shows, as decimal text, in thousandths. @throws INVALID_INPUT for negative values and more than three decimals */
export function meterToMilli(path: string, value: string): number {
  const [, whole, fraction = ''] = FORM.exec(value) ?? [];
  if (whole === undefined) throw invalidInput(path, 'must lie between 0 and 1000000000, with at most three decimals');
  return Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** Thousandths as decimal text without needless zeros. */
export const meterOfMilli = (milli: number): string => String(milli / 1000);
