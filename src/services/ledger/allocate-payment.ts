import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { accountOfLine, assertVersion } from './steps/line-of-account.js';
import { recordFeeEvent } from './steps/record-fee-event.js';
import { settleAsSaid, settleInOrder, type SaidShare } from './steps/settle.js';
import { paymentOf } from './steps/standing-lines.js';

interface AllocatePayment extends CommandInput {
  readonly paymentId: string;
  readonly expectedVersion?: number | null;
  readonly allocations?: readonly SaidShare[] | null;
}

/**
 * Puts what is left of a payment on charges: as the payer says, or on what is open in the order of the policy. Needs
 * `fee.collect` on the estate.
 * @rule R-FEE-11 @rule D-21
 * @throws NOT_FOUND payment
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-11 for a charge of another account, and for more than is open of one or left of the payment
 */
export async function allocatePayment(ctx: CommandContext, input: AllocatePayment): Promise<{ paymentId: string }> {
  const seen = await paymentOf(ctx, input.paymentId);
  authorizeOn(ctx.principal, 'fee.collect', seen.estateId);
  const account = await accountOfLine(ctx, seen);
  const payment = await paymentOf(ctx, seen.id);
  assertVersion('payment', payment, input.expectedVersion);
  const { allocations } = input;
  if (allocations && allocations.length > 0) await settleAsSaid(ctx, account, payment, allocations);
  else await settleInOrder(ctx, account, payment);
  await recordFeeEvent(ctx, 'ALLOCATED', { ...(await paymentOf(ctx, payment.id)), kind: 'payment' });
  return { paymentId: payment.id };
}
