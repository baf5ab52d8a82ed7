import type { CorrectiveActionKind } from '../../domain/corrective-action/action-kind.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findSource, type NamedSource } from './steps/find-source.js';
import { raiseAction } from './steps/raise-action.js';
import type { ActionResult } from './steps/record-action-event.js';

interface RaiseCorrectiveAction extends CommandInput, NamedSource {
  readonly kind: CorrectiveActionKind;
  readonly problem: string;
}

/**
 * Says what is wrong, or could go wrong, and what shows it: a complaint, a visit, the visits of a month or their summary,
 * an analysed round of the survey, an estate, the company. Needs `correction.raise` on its estate, or on all for the company's own.
 * @rule R-CMP-20 @rule R-SAT-04 @rule R-VIS-25
 * @throws NOT_FOUND source
 * @throws RULE_REFUSED R-SAT-04 for a round that has not been analysed
 */
export async function raiseCorrectiveAction(ctx: CommandContext, input: RaiseCorrectiveAction): Promise<ActionResult> {
  const { kind, sourceKind, problem } = input;
  const { estateId, sourceId } = await findSource(ctx, input);
  authorizeOn(ctx.principal, 'correction.raise', estateId);
  return raiseAction(ctx, { estateId, kind, sourceKind, sourceId, problem });
}
