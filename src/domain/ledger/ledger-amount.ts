import { invalidInput } from '../errors.js';
import { minorOf, type Currency, type Money } from '../money/money.js';

/** A thousand million of the currency, in minor units: more than any line of a ledger holds. */
export const HIGHEST_AMOUNT = 100_000_000_000;

/**
 * An amount of a ledger in minor units: above zero, exact to the hundredth, in the ledger's own currency.
 * @rule R-FEE-11
 * @throws INVALID_INPUT with the rule R-FEE-11 for anything else
 */
export function ledgerAmount(path: string, money: Money, currency: Currency): number {
  const rule = { rule: 'R-FEE-11' };
  if (money.currency !== currency)
    throw invalidInput(`${path}.currency`, `the accounts are kept in ${currency}`, { ...rule, currency });
  let minor: number;
  try {
    minor = minorOf(path, money, HIGHEST_AMOUNT);
  } catch {
    throw invalidInput(`${path}.amount`, 'must be above zero, with at most two decimals', rule);
  }
  if (minor === 0) throw invalidInput(`${path}.amount`, 'must be above zero, with at most two decimals', rule);
  return minor;
}
