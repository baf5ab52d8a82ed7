import type { CommandContext } from '../command/command-context.js';
import { dueAheadOf } from './steps/due-of.js';
import { judgeReport } from './steps/judge-report.js';
import { oweAction } from './steps/owe-action.js';
import { recordActionEvent, type ActionResult } from './steps/record-action-event.js';
import { takeActionStep, type ActionStepInput } from './steps/take-action-step.js';

interface ReopenCorrectiveAction extends ActionStepInput {
  readonly reason: string;
  /** By the end of this day it is to be done again. */
  readonly dueDay: string;
}

/**
 * Has an action done again because it does not hold, or holds no longer: with a reason, counted, by a new day, and owed by
 * its owner anew. Needs `correction.verify` on its estate; never its owner, nor whoever said that it is done.
 * @rule R-ORG-25 @rule R-ORG-68 @rule D-16
 * @throws as `takeActionStep`
 * @throws INVALID_INPUT for a due day that is over, or more than two years ahead
 * @throws RULE_REFUSED R-ORG-68 or D-16 for who had a hand in it
 */
export async function reopenCorrectiveAction(
  ctx: CommandContext,
  input: ReopenCorrectiveAction,
): Promise<ActionResult> {
  const action = await takeActionStep(ctx, input, 'reopen', 'correction.verify');
  await judgeReport(ctx, action, 'REOPENED', input.reason);
  const due = await dueAheadOf(ctx, action.estateId ?? null, input.dueDay);
  Object.assign(action, due, { plannedAt: ctx.clock.now(), doneAt: null, verifiedAt: null });
  action.reopenings += 1;
  await oweAction(ctx, action);
  return recordActionEvent(ctx, action, 'REOPENED');
}
