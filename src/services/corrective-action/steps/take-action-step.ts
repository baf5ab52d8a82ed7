import { nextActionStage, type ActionVerb } from '../../../domain/corrective-action/action-stage.js';
import type { Action } from '../../../domain/identity/action.js';
import { CorrectiveAction } from '../../../entities/corrective-action/corrective-action.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every step of a corrective action takes. */
export interface ActionStepInput extends CommandInput {
  readonly actionId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Takes one step of an action's life: locked, authorised, in its next stage and version.
 * @throws NOT_FOUND action
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the estate, or not all of the company for its own
 * @throws RULE_REFUSED when the stage does not take the verb
 */
export async function takeActionStep(
  ctx: CommandContext,
  { actionId, expectedVersion }: ActionStepInput,
  verb: ActionVerb,
  action: Action,
): Promise<CorrectiveAction> {
  const row = await ctx.load(CorrectiveAction, 'corrective action', actionId, expectedVersion);
  authorizeOn(ctx.principal, action, row.estateId ?? null);
  row.stage = nextActionStage(verb, row.stage);
  row.version += 1;
  return row;
}
