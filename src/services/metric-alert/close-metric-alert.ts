import type { CommandContext } from '../command/command-context.js';
import { recordAlertEvent, type AlertResult } from './steps/record-alert-event.js';
import { takeAlertStep, type AlertStepInput } from './steps/take-alert-step.js';

interface CloseMetricAlert extends AlertStepInput {
  readonly note: string;
}

/**
 * Says what came of an alert; it is dealt with. Needs `alert.handle` on its estate.
 * @rule R-ESC-05
 * @throws as `takeAlertStep`
 */
export async function closeMetricAlert(ctx: CommandContext, input: CloseMetricAlert): Promise<AlertResult> {
  const alert = await takeAlertStep(ctx, input, 'close');
  Object.assign(alert, { closedAt: ctx.clock.now(), closedById: ctx.principal.subjectId, closeNote: input.note });
  return recordAlertEvent(ctx, alert, 'CLOSED');
}
