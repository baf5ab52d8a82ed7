import type { CommandContext } from '../command/command-context.js';
import { lapse } from '../obligation/steps/lapse.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { assertImpartialOn } from './steps/judge-report.js';
import { recordActionEvent, type ActionResult } from './steps/record-action-event.js';
import { takeActionStep, type ActionStepInput } from './steps/take-action-step.js';

interface CancelCorrectiveAction extends ActionStepInput {
  readonly reason: string;
}

/**
 * Calls an action off, with a reason; what was owed for it lapses. Needs `correction.cancel` on its estate; never its
 * owner.
 * @rule R-ORG-25 @rule R-ORG-68 @rule D-16
 * @throws as `takeActionStep`
 * @throws RULE_REFUSED R-ORG-68 or D-16 for who had a hand in it
 */
export async function cancelCorrectiveAction(
  ctx: CommandContext,
  input: CancelCorrectiveAction,
): Promise<ActionResult> {
  const action = await takeActionStep(ctx, input, 'cancel', 'correction.cancel');
  await assertImpartialOn(ctx, action, null);
  const now = ctx.clock.now();
  const { subjectId } = ctx.principal;
  Object.assign(action, { cancelledAt: now, cancelledById: subjectId, cancelReason: input.reason });
  lapse(ctx, await owedFor(ctx, ['CORRECTIVE_ACTION'], action.id), now);
  return recordActionEvent(ctx, action, 'CANCELLED');
}
