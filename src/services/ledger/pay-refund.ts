import { assertReference, type PaymentMethod } from '../../domain/ledger/payment-method.js';
import { assertPayable } from '../../domain/ledger/payment-refund.js';
import { PaymentRefund } from '../../entities/ledger/payment-refund.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { oweHandover } from '../handover/steps/owe-handover.js';
import { shiftOf } from '../handover/steps/shift-of.js';
import { recordFeeEvent } from './steps/record-fee-event.js';
import { paymentOf } from './steps/standing-lines.js';

interface PayRefund extends CommandInput {
  readonly paymentRefundId: string;
  readonly expectedVersion?: number | null;
  readonly method: PaymentMethod;
  readonly reference?: string | null;
}

/**
 * Pays out what is given back of a payment, in the own shift, on whose sheet it stands as money that went. Needs
 * `fee.collect` on the estate.
 * @rule R-CSH-01 @rule R-CSH-08 @rule R-ORG-61
 * @throws NOT_FOUND refund
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a number of the channel that is none, and a withholding
 * @throws RULE_REFUSED R-CSH-08 unless it is due; R-ORG-61 for who has approved it; R-CSH-01 for more cash than the shift has
 */
export async function payRefund(ctx: CommandContext, input: PayRefund): Promise<{ refundId: string }> {
  const refund = await ctx.load(PaymentRefund, 'refund', input.paymentRefundId, input.expectedVersion);
  const { id: refundId, estateId, currency, paymentId } = refund;
  authorizeOn(ctx.principal, 'fee.collect', estateId);
  const { method, reference = null } = input;
  if (reference !== null) assertReference('input.reference', reference);
  const staffId = ctx.principal.subjectId;
  const { cashMinor } = await shiftOf(ctx, { cashierId: staffId, estateId, currency });
  assertPayable(refund, { staffId, method, cashMinor });
  const paid = { method, reference, paidById: staffId, paidAt: ctx.clock.now() };
  Object.assign(refund, { ...paid, state: 'PAID', version: refund.version + 1 });
  ctx.touched.push({ subject: 'paymentRefund', ids: [refundId] });
  await oweHandover(ctx, estateId);
  const payment = await paymentOf(ctx, paymentId);
  await recordFeeEvent(ctx, 'REFUND_PAID', { ...payment, kind: 'payment' }, { refundId, method });
  return { refundId };
}
