import { ruleRefused } from '../../../domain/errors.js';
import type { PaymentMethod } from '../../../domain/ledger/payment-method.js';
import type { Currency } from '../../../domain/money/money.js';
import { Deposit } from '../../../entities/deposit/deposit.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { accountOfLine } from '../../ledger/steps/line-of-account.js';
import { paymentOf } from '../../ledger/steps/standing-lines.js';
import { findRow } from '../../place/steps/find-row.js';
import { assertNoReceiptStands } from './standing-receipt.js';

/** Money that a voucher is to be for: a payment or a deposit. */
export interface MoneyToVouch {
  readonly paymentId: string | null;
  readonly depositId: string | null;
  readonly estateId: string;
  readonly payerId: string;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly method: PaymentMethod;
}

/**
 * The payment that a voucher is to be for, on an account that is open, so that it is not taken back meanwhile.
 * @rule R-CSH-03
 * @throws NOT_FOUND payment
 * @throws RULE_REFUSED R-CSH-03 when it was taken back, or another voucher stands for it
 */
export async function paymentToVouch(ctx: CommandContext, paymentId: string): Promise<MoneyToVouch> {
  await accountOfLine(ctx, await paymentOf(ctx, paymentId));
  const payment = await paymentOf(ctx, paymentId);
  if (payment.reversedAt !== null) throw ruleRefused('R-CSH-03', 'The payment was taken back.', { paymentId });
  await assertNoReceiptStands(ctx, { paymentId });
  return { ...payment, paymentId: payment.id, depositId: null };
}

/**
 * The deposit that a voucher is to be for, likewise.
 * @rule R-CSH-03 @rule R-CSH-07
 * @throws NOT_FOUND deposit
 * @throws RULE_REFUSED R-CSH-03 when it was taken back or refunded, or another voucher stands for it
 */
export async function depositToVouch(ctx: CommandContext, depositId: string): Promise<MoneyToVouch> {
  const deposit = await findRow(ctx, Deposit, 'deposit', depositId, 'lock');
  const { stage, estateId, payerId, amountMinor, currency, method } = deposit;
  if (stage === 'CANCELLED' || stage === 'REFUNDED')
    throw ruleRefused('R-CSH-03', 'The deposit is no longer held.', { depositId, stage });
  await assertNoReceiptStands(ctx, { depositId });
  return { paymentId: null, depositId, estateId, payerId, amountMinor, currency, method };
}
