import { invalidInput } from '../../../domain/errors.js';
import { HIGHEST_AMOUNT } from '../../../domain/ledger/ledger-amount.js';
import { minorOf, type Currency, type Money } from '../../../domain/money/money.js';

/** Cash as it was counted, and why it is not what the books say. */
export interface Count {
  readonly counted: Money;
  readonly differenceReason?: string | null;
}

/**
 * The count of a shift's cash beside the books: a difference is explained, and nothing is explained where there is none.
 * @rule R-CSH-05 @rule R-CSH-11
 * @throws INVALID_INPUT for another currency, a sum that cannot be, a difference without reason
 */
export function countedCash(cashMinor: number, currency: Currency, { counted, differenceReason = null }: Count) {
  if (counted.currency !== currency)
    throw invalidInput('input.counted.currency', `the accounts are kept in ${currency}`, {
      rule: 'R-CSH-05',
      currency,
    });
  const countedMinor = minorOf('input.counted', counted, HIGHEST_AMOUNT);
  if (countedMinor !== cashMinor && differenceReason === null)
    throw invalidInput('input.differenceReason', 'is needed: the count is not what the books say', {
      rule: 'R-CSH-05',
      cashMinor,
      countedMinor,
    });
  return { countedMinor, differenceReason: countedMinor === cashMinor ? null : differenceReason };
}
