import { deadlineOfLocalDay } from '../../domain/calendar/local-instant.js';
import { refundDays } from '../../domain/deposit/refund-days.js';
import { ruleRefused } from '../../domain/errors.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { dayAt, zoneOf } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { owe } from '../obligation/steps/owe.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordDepositEvent } from './steps/record-deposit-event.js';
import { takeDepositStep, type DepositStepInput } from './steps/take-deposit-step.js';

interface AcceptDeposit extends DepositStepInput {
  /** The day of acceptance; today where nothing is said. */
  readonly acceptedOn?: string | null;
}

/**
 * Says that what a deposit secures was found in order: by the rules of the day it follows from when it may be settled, and by
 * when it is refunded, which is owed from then on. Needs `deposit.settle` on the estate.
 * @rule D-10 @rule P-01 @rule R-DEP-01 @rule R-DEP-02 @rule Q-30
 * @throws NOT_FOUND deposit
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a day ahead or before the deposit was given
 * @throws RULE_REFUSED R-DEP-01 when it was accepted before, or is no longer held
 */
export async function acceptDeposit(ctx: CommandContext, input: AcceptDeposit): Promise<{ depositId: string }> {
  const deposit = await takeDepositStep(ctx, input, 'ACCEPT');
  const { id: depositId, estateId, kind } = deposit;
  if (deposit.acceptedOn != null)
    throw ruleRefused('R-DEP-01', 'That was found in order before.', { depositId, acceptedOn: deposit.acceptedOn });
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const acceptedOn = input.acceptedOn ?? today;
  assertPastDay('input.acceptedOn', acceptedOn, today);
  const days = refundDays(kind, acceptedOn, await policyInForce(ctx, 'P-01', estateId, acceptedOn));
  Object.assign(deposit, { acceptedOn, acceptedById: ctx.principal.subjectId, ...days });
  const { pays } = await policyInForce(ctx, 'P-15', estateId, today);
  owe(ctx, {
    ...{ kind: 'DEPOSIT_REFUND', estateId, subjectKind: 'DEPOSIT', subjectId: depositId, owner: { ownerPost: pays } },
    dueAt: deadlineOfLocalDay(days.refundBy, await zoneOf(ctx, estateId)),
  });
  await recordDepositEvent(ctx, deposit, 'ACCEPTED');
  return { depositId };
}
