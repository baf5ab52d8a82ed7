import { invalidInput } from '../errors.js';

/** The numbers of a book of vouchers, as printed: a prefix and so many digits, the first to the last. */
export interface NumberRange {
  readonly prefix: string;
  readonly digits: number;
  readonly firstNumber: number;
  readonly lastNumber: number;
}

/** A book has at most so many sheets. */
export const MAX_SHEETS = 10_000;
const MAX_DIGITS = 9;
const PREFIX = /^[A-Z0-9-]{0,12}$/;

/** @throws INVALID_INPUT with the path unless the range is one that can be printed */
export function assertRange({ prefix, digits, firstNumber, lastNumber }: NumberRange): void {
  if (!PREFIX.test(prefix))
    throw invalidInput('input.prefix', 'must be at most 12 capital letters, digits and hyphens');
  if (digits < 1 || digits > MAX_DIGITS) throw invalidInput('input.digits', `must be 1 to ${MAX_DIGITS}`);
  if (firstNumber < 0) throw invalidInput('input.firstNumber', 'must not be below zero');
  if (lastNumber < firstNumber) throw invalidInput('input.lastNumber', 'must not be below the first');
  if (lastNumber >= 10 ** digits) throw invalidInput('input.lastNumber', `must have at most ${digits} digits`);
  if (lastNumber - firstNumber >= MAX_SHEETS)
    throw invalidInput('input.lastNumber', `must be at most ${MAX_SHEETS} sheets from the first`);
}

/** A number as it is printed. */
export const printed = ({ prefix, digits }: Pick<NumberRange, 'prefix' | 'digits'>, number: number): string =>
  `${prefix}${String(number).padStart(digits, '0')}`;
