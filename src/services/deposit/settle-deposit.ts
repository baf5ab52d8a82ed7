import { deductFrom, type SaidDeduction } from '../../domain/deposit/deductions.js';
import { ruleRefused } from '../../domain/errors.js';
import { DepositDeduction } from '../../entities/deposit/deposit-deduction.entity.js';
import { newId } from '../../entities/new-id.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { recordDepositEvent } from './steps/record-deposit-event.js';
import { takeDepositStep, type DepositStepInput } from './steps/take-deposit-step.js';

interface SettleDeposit extends DepositStepInput {
  readonly deductions: readonly SaidDeduction[];
}

/**
 * Says what is kept back of a deposit, and with that what is refunded; said again, the later word holds, until the accountant
 * has given notice. Needs `deposit.settle` on the estate.
 * @rule R-DEP-01 @rule R-DEP-05 @rule D-10
 * @throws NOT_FOUND deposit
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT R-DEP-05 when more is kept back than was given; R-FEE-11 for amounts that cannot be
 * @throws RULE_REFUSED R-DEP-01 before the days of observation are over; R-DEP-05 when the refund was authorised
 */
export async function settleDeposit(ctx: CommandContext, input: SettleDeposit): Promise<{ depositId: string }> {
  const deposit = await takeDepositStep(ctx, input, 'SETTLE');
  const { companyId } = ctx;
  const { id: depositId, estateId, payerId, amountMinor, currency, eligibleOn = null } = deposit;
  const settledAt = ctx.clock.now();
  if (eligibleOn === null || eligibleOn > (await dayAt(ctx, estateId, settledAt)))
    throw ruleRefused('R-DEP-01', 'The deposit is not eligible yet.', { depositId, eligibleOn });
  const { deductions, refundMinor } = deductFrom(amountMinor, currency, input.deductions);
  await ctx.em.nativeDelete(DepositDeduction, { companyId, depositId });
  for (const deduction of deductions)
    ctx.em.create(DepositDeduction, { companyId, id: newId(), estateId, depositId, payerId, ...deduction });
  Object.assign(deposit, { settledAt, settledById: ctx.principal.subjectId, refundMinor });
  await recordDepositEvent(ctx, deposit, 'SETTLED');
  return { depositId };
}
