import { invalidInput } from '../errors.js';
import { ledgerAmount } from '../ledger/ledger-amount.js';
import type { Currency, Money } from '../money/money.js';
import type { DeductionReason } from './deposit-kind.js';

/** What is kept back of a deposit, as somebody says it. */
export interface SaidDeduction {
  readonly reason: DeductionReason;
  readonly amount: Money;
  readonly note?: string | null;
}

/**
 * Deductions in minor units, and what is left to refund.
 * @rule R-DEP-05
 * @throws INVALID_INPUT R-DEP-05 when more is kept back than was given; R-FEE-11 for amounts that cannot be
 */
export function deductFrom(amountMinor: number, currency: Currency, said: readonly SaidDeduction[]) {
  const deductions = said.map(({ reason, amount, note = null }, i) => ({
    ...{ reason, note },
    amountMinor: ledgerAmount(`input.deductions.${i}.amount`, amount, currency),
  }));
  const keptMinor = deductions.reduce((sum, { amountMinor: kept }) => sum + kept, 0);
  if (keptMinor > amountMinor)
    throw invalidInput('input.deductions', 'must not be more than was given', {
      rule: 'R-DEP-05',
      amountMinor,
      keptMinor,
    });
  return { deductions, refundMinor: amountMinor - keptMinor };
}
