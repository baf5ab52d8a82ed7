import { ruleRefused } from '../../domain/errors.js';
import { assertReference } from '../../domain/ledger/payment-method.js';
import type { CommandContext } from '../command/command-context.js';
import { assertPost } from './steps/assert-post.js';
import { recordDepositEvent } from './steps/record-deposit-event.js';
import { takeDepositStep, type DepositStepInput } from './steps/take-deposit-step.js';

interface AuthoriseDepositRefund extends DepositStepInput {
  /** The number of the notice. */
  readonly noticeNumber: string;
}

/**
 * Gives notice that a settled deposit is refunded. Needs `deposit.authorise` on the estate, and the post that the company has
 * charged with it; never by who settled it.
 * @rule R-DEP-04 @rule R-CSH-08 @rule P-15 @rule R-ORG-68
 * @throws NOT_FOUND deposit
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a number that is none
 * @throws RULE_REFUSED R-DEP-04 when it is not settled, P-15 for another post, R-ORG-68 for who settled it
 */
export async function authoriseDepositRefund(
  ctx: CommandContext,
  input: AuthoriseDepositRefund,
): Promise<{ depositId: string }> {
  const deposit = await takeDepositStep(ctx, input, 'AUTHORISE');
  const { id: depositId, settledById, estateId } = deposit;
  const { subjectId } = ctx.principal;
  await assertPost(ctx, 'authorises', estateId);
  if (settledById === subjectId)
    throw ruleRefused('R-ORG-68', 'Whoever settled a deposit does not authorise its refund.', {
      depositId,
      settledById,
    });
  assertReference('input.noticeNumber', input.noticeNumber);
  Object.assign(deposit, {
    authorisedAt: ctx.clock.now(),
    authorisedById: subjectId,
    noticeNumber: input.noticeNumber,
  });
  await recordDepositEvent(ctx, deposit, 'AUTHORISED');
  return { depositId };
}
