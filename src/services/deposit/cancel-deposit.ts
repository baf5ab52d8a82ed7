import { ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { lapse } from '../obligation/steps/lapse.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { assertNoReceiptStands } from '../receipt/steps/standing-receipt.js';
import { recordDepositEvent } from './steps/record-deposit-event.js';
import { takeDepositStep, type DepositStepInput } from './steps/take-deposit-step.js';

/**
 * Takes back a deposit that was none: a wrong sum, another payer, entered twice. Not by who recorded it. Needs `fee.reverse`
 * on the estate.
 * @rule R-CSH-07 @rule R-CSH-03 @rule D-18
 * @throws NOT_FOUND deposit
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-CSH-07 when it is no longer held, R-CSH-03 while a voucher stands for it, D-18 for the own
 */
export async function cancelDeposit(ctx: CommandContext, input: DepositStepInput): Promise<{ depositId: string }> {
  const deposit = await takeDepositStep(ctx, input, 'CANCEL');
  const { id: depositId, collectedById } = deposit;
  const { subjectId } = ctx.principal;
  if (collectedById === subjectId)
    throw ruleRefused('D-18', 'Whoever recorded a deposit does not take it back.', { depositId, collectedById });
  await assertNoReceiptStands(ctx, { depositId });
  const cancelledAt = ctx.clock.now();
  Object.assign(deposit, { cancelledAt, cancelledById: subjectId });
  lapse(ctx, await owedFor(ctx, ['DEPOSIT_REFUND'], depositId), cancelledAt);
  await recordDepositEvent(ctx, deposit, 'CANCELLED');
  return { depositId };
}
