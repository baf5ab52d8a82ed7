import type { OriginalReceipt } from '../../domain/deposit/deposit-kind.js';
import { ruleRefused } from '../../domain/errors.js';
import { assertReference, type PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { CommandContext } from '../command/command-context.js';
import { oweHandover } from '../handover/steps/owe-handover.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { assertPost } from './steps/assert-post.js';
import { recordDepositEvent } from './steps/record-deposit-event.js';
import { takeDepositStep, type DepositStepInput } from './steps/take-deposit-step.js';

interface RefundDeposit extends DepositStepInput {
  /** Who has the money now: the payer, and nobody else. */
  readonly paidToId: string;
  readonly method: PaymentMethod;
  readonly reference?: string | null;
  readonly originalReceipt: OriginalReceipt;
}

/**
 * Pays a deposit out, without interest, on the accountant's notice, to who gave it and against the original voucher. Needs
 * `deposit.refund` on the estate, and the post that the company has charged with it; never by who authorised it.
 * @rule R-DEP-01 @rule R-DEP-03 @rule R-DEP-04 @rule R-CSH-08 @rule P-15 @rule R-ORG-61
 * @throws NOT_FOUND deposit
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a number of the channel that is none
 * @throws RULE_REFUSED R-DEP-04 without notice, and for anybody but the payer; P-15 for another post; R-ORG-61 for who
 * authorised it
 */
export async function refundDeposit(ctx: CommandContext, input: RefundDeposit): Promise<{ depositId: string }> {
  const deposit = await takeDepositStep(ctx, input, 'REFUND');
  const { id: depositId, authorisedById, estateId, payerId } = deposit;
  const { subjectId } = ctx.principal;
  await assertPost(ctx, 'pays', estateId);
  if (authorisedById === subjectId)
    throw ruleRefused('R-ORG-61', 'Whoever authorises a refund does not pay it.', { depositId, authorisedById });
  if (input.paidToId !== payerId)
    throw ruleRefused('R-DEP-04', 'A deposit goes back to who gave it.', { depositId, payerId });
  const { method: refundMethod, reference: refundReference = null, originalReceipt } = input;
  if (refundReference !== null) assertReference('input.reference', refundReference);
  const refundedAt = ctx.clock.now();
  Object.assign(deposit, { refundedAt, refundedById: subjectId, refundMethod, refundReference, originalReceipt });
  await fulfilOwed(ctx, ['DEPOSIT_REFUND'], depositId, refundedAt);
  await oweHandover(ctx, estateId);
  await recordDepositEvent(ctx, deposit, 'REFUNDED');
  return { depositId };
}
