import { invalidInput } from '../errors.js';
import { halfWidth } from '../import/written-value.js';

const ACCOUNT = /^\d{8,32}$/;
/** How many of the last digits of an account are shown. */
const SHOWN = 4;

/**
 * A bank account as a mandate keeps it: digits alone.
 * @throws INVALID_INPUT with the path for anything else than 8 to 32 digits, parted by spaces or hyphens
 */
export function accountNumber(path: string, text: string): string {
  const digits = halfWidth(text).replace(/[\s-]/g, '');
  if (!ACCOUNT.test(digits)) throw invalidInput(path, 'must be 8 to 32 digits');
  return digits;
}

/** The last four digits: what is shown of an account. */
export const lastDigits = (account: string): string => account.slice(-SHOWN);

/** The time for which a payer lets the company withhold, half-open; without an end until it is ended. */
export interface MandateTime {
  readonly fromDay: string;
  readonly untilDay: string | null;
}

/** Whether a mandate holds on a day. */
export const holdsOn = ({ fromDay, untilDay }: MandateTime, day: string): boolean =>
  fromDay <= day && (untilDay === null || day < untilDay);

/** Whether two mandates hold on a day that is the same. */
export const overlap = (a: MandateTime, b: MandateTime): boolean =>
  (b.untilDay === null || a.fromDay < b.untilDay) && (a.untilDay === null || b.fromDay < a.untilDay);

/** @throws INVALID_INPUT when it ends before it begins */
export function assertMandateTime({ fromDay, untilDay }: MandateTime): void {
  if (untilDay !== null && untilDay <= fromDay) throw invalidInput('input.untilDay', 'must lie after fromDay');
}
