import { nextDepositStage, type DepositStep } from '../../../domain/deposit/deposit-stage.js';
import type { Action } from '../../../domain/identity/action.js';
import { Deposit } from '../../../entities/deposit/deposit.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** Which deposit. */
export interface DepositStepInput extends CommandInput {
  readonly depositId: string;
  readonly expectedVersion?: number | null;
}

const ACTION_OF: Readonly<Record<DepositStep, Action>> = {
  ACCEPT: 'deposit.settle',
  SETTLE: 'deposit.settle',
  AUTHORISE: 'deposit.authorise',
  REFUND: 'deposit.refund',
  CANCEL: 'fee.reverse',
};

/**
 * A deposit one step further, for who may take it.
 * @throws NOT_FOUND deposit
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED when the step is not the deposit's next
 */
export async function takeDepositStep(
  ctx: CommandContext,
  { depositId, expectedVersion }: DepositStepInput,
  step: DepositStep,
): Promise<Deposit> {
  const deposit = await ctx.load(Deposit, 'deposit', depositId, expectedVersion);
  authorizeOn(ctx.principal, ACTION_OF[step], deposit.estateId);
  return Object.assign(deposit, { stage: nextDepositStage(deposit.stage, step), version: deposit.version + 1 });
}
