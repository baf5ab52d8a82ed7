import { invalidInput } from '../errors.js';

const FORM = /^[A-Z0-9][A-Z0-9-]{0,29}$/;

/** The number on a meter, in capital letters. @throws INVALID_INPUT unless it is 1 to 30 letters, digits and hyphens */
export function serialOf(path: string, written: string): string {
  const serial = written.trim().toUpperCase();
  if (!FORM.test(serial)) throw invalidInput(path, 'must be 1 to 30 letters, digits and hyphens');
  return serial;
}

/** @throws INVALID_INPUT unless a register has 3 to 9 whole digits, and a factor lies between 1 and 10000 */
export function assertRegister(digits: number, factor: number): void {
  if (digits < 3 || digits > 9) throw invalidInput('input.digits', 'must lie between 3 and 9');
  if (factor < 1 || factor > 10_000) throw invalidInput('input.factor', 'must lie between 1 and 10000');
}
