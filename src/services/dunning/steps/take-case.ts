import { assertOpen } from '../../../domain/dunning/dunning-stage.js';
import type { Action } from '../../../domain/identity/action.js';
import { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** Which case, as the client has seen it. */
export interface WhichCase extends CommandInput {
  readonly caseId: string;
  readonly expectedVersion?: number | null;
}

/**
 * A case that is open, locked, for somebody who may do so on its estate.
 * @throws NOT_FOUND dunning case
 * @throws FORBIDDEN the action
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED D-13 when it is closed
 */
export async function takeCase(
  ctx: CommandContext,
  { caseId, expectedVersion }: WhichCase,
  action: Extract<Action, `dunning.${string}`>,
): Promise<DunningCase> {
  const debt = await ctx.load(DunningCase, 'dunning case', caseId, expectedVersion);
  authorizeOn(ctx.principal, action, debt.estateId);
  assertOpen(debt.stage);
  return debt;
}
