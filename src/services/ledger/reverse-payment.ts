import { ruleRefused } from '../../domain/errors.js';
import type { ReversalReason } from '../../domain/ledger/entry-kind.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertNoReceiptStands } from '../receipt/steps/standing-receipt.js';
import { bookEntry } from './steps/book-entry.js';
import { accountOfLine, assertVersion } from './steps/line-of-account.js';
import { recordFeeEvent } from './steps/record-fee-event.js';
import { standingEntries, takeBack } from './steps/take-back.js';
import { paymentOf } from './steps/standing-lines.js';

interface ReversePayment extends CommandInput {
  readonly paymentId: string;
  readonly expectedVersion?: number | null;
  readonly reason: ReversalReason;
}

/**
 * Takes a payment back that was none: what it settled is open again from today on, and on every day before it is told as it
 * stood. Whoever recorded it does not take it back. Needs `fee.reverse` on the estate.
 * @rule R-FEE-11 @rule R-CSH-03 @rule D-18
 * @throws NOT_FOUND payment
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-11 when it is reversed, or part of it was refunded; D-18 for the own payment; R-CSH-03 while a
 * voucher stands for it
 */
export async function reversePayment(ctx: CommandContext, input: ReversePayment): Promise<{ paymentId: string }> {
  const seen = await paymentOf(ctx, input.paymentId);
  authorizeOn(ctx.principal, 'fee.reverse', seen.estateId);
  const account = await accountOfLine(ctx, seen);
  const payment = await paymentOf(ctx, seen.id);
  const { id: paymentId, amountMinor, recordedBy } = payment;
  if (payment.reversedAt !== null)
    throw ruleRefused('R-FEE-11', 'The payment is reversed; a reversal is not reversed: record it anew.', {
      paymentId,
    });
  assertVersion('payment', payment, input.expectedVersion);
  if (recordedBy !== null && recordedBy === ctx.principal.subjectId)
    throw ruleRefused('D-18', 'Whoever recorded a payment does not reverse it.', { paymentId, recordedBy });
  await assertNoReceiptStands(ctx, { paymentId });
  const entries = await standingEntries(ctx, { paymentId });
  if (entries.some(({ kind }) => kind === 'REFUND'))
    throw ruleRefused('R-FEE-11', 'Part of the payment was refunded: take that back first.', { paymentId });
  const { reason } = input;
  for (const entry of entries) if (entry.kind === 'ALLOCATION') await takeBack(ctx, account, entry, reason);
  const freed = await paymentOf(ctx, paymentId);
  bookEntry(ctx, account, {
    ...{ kind: 'PAYMENT_REVERSAL', amountMinor, payment: freed, reason, bookedDay: account.today },
  });
  await recordFeeEvent(ctx, 'REVERSED', { ...(await paymentOf(ctx, paymentId)), kind: 'payment' }, { reason });
  return { paymentId };
}
