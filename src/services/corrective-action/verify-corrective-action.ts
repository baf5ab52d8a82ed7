import type { CommandContext } from '../command/command-context.js';
import { judgeReport } from './steps/judge-report.js';
import { recordActionEvent, type ActionResult } from './steps/record-action-event.js';
import { takeActionStep, type ActionStepInput } from './steps/take-action-step.js';

interface VerifyCorrectiveAction extends ActionStepInput {
  /** What was seen. */
  readonly finding?: string | null;
}

/**
 * Says that what was done holds: never its owner, nor whoever said that it is done. Needs `correction.verify` on its
 * estate.
 * @rule R-ORG-25 @rule R-ORG-68 @rule D-16
 * @throws as `takeActionStep`
 * @throws RULE_REFUSED R-ORG-68 or D-16 for who had a hand in it
 */
export async function verifyCorrectiveAction(
  ctx: CommandContext,
  input: VerifyCorrectiveAction,
): Promise<ActionResult> {
  const action = await takeActionStep(ctx, input, 'verify', 'correction.verify');
  await judgeReport(ctx, action, 'HELD', input.finding ?? null);
  action.verifiedAt = ctx.clock.now();
  return recordActionEvent(ctx, action, 'VERIFIED');
}
