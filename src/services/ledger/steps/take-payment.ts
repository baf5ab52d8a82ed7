import type { PaymentMethod } from '../../../domain/ledger/payment-method.js';
import { Payment } from '../../../entities/ledger/payment.entity.js';
import { newId } from '../../../entities/new-id.js';
import { bookLateFees } from '../../charge/steps/book-late-fees.js';
import type { CommandContext } from '../../command/command-context.js';
import { bookEntry, recorderOf } from './book-entry.js';
import type { Account } from './open-account.js';
import { recordFeeEvent } from './record-fee-event.js';
import { settleAsSaid, settleInOrder, type SaidShare } from './settle.js';
import { paymentOf } from './standing-lines.js';

/** Money that is to be taken into an open account; everything about it was checked. */
interface MoneyTaken {
  readonly unitId: string | null;
  readonly method: PaymentMethod;
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly reference: string | null;
  readonly bookedDay: string;
  /** What it settles, as the payer says; nothing said: what is open, in the order of the policy. */
  readonly allocations?: readonly SaidShare[] | null;
  /** Whether all of it waits for later charges. */
  readonly prepaid?: boolean;
}

/**
 * Takes money into an account: gross, with what the channel keeps on a line of its own; it settles what is said or what is
 * open, and the rest is paid ahead.
 * @rule R-FEE-07 @rule R-FEE-11 @rule D-21
 */
export async function takePayment(ctx: CommandContext, account: Account, money: MoneyTaken): Promise<string> {
  const { unitId, method, amountMinor, feeMinor, reference, bookedDay, allocations = null, prepaid = false } = money;
  const { id } = ctx.em.create(Payment, {
    ...{ companyId: ctx.companyId, id: newId(), estateId: account.estateId, payerId: account.payerId, unitId, method },
    ...{ amountMinor, currency: account.terms.currency, reference, bookedDay, recordedAt: ctx.clock.now() },
    ...{ recordedBy: recorderOf(ctx), freeMinor: amountMinor, lastDay: bookedDay, reversedAt: null, version: 1 },
  });
  const payment = await paymentOf(ctx, id);
  if (feeMinor > 0) bookEntry(ctx, account, { kind: 'CHANNEL_FEE', amountMinor: feeMinor, payment });
  const settles = allocations !== null && allocations.length > 0;
  if (settles) await settleAsSaid(ctx, account, payment, allocations);
  else if (!prepaid) await settleInOrder(ctx, account, payment);
  await bookLateFees(ctx, account, { paymentId: id, on: bookedDay, settles: !settles && !prepaid });
  await recordFeeEvent(ctx, 'RECEIVED', { ...(await paymentOf(ctx, id)), kind: 'payment' }, { method });
  return id;
}
