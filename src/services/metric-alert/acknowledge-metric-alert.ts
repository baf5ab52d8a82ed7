import type { CommandContext } from '../command/command-context.js';
import { recordAlertEvent, type AlertResult } from './steps/record-alert-event.js';
import { takeAlertStep, type AlertStepInput } from './steps/take-alert-step.js';

/**
 * Says that somebody looks after an alert. Needs `alert.handle` on its estate.
 * @rule R-ESC-05
 * @throws as `takeAlertStep`
 */
export async function acknowledgeMetricAlert(ctx: CommandContext, input: AlertStepInput): Promise<AlertResult> {
  const alert = await takeAlertStep(ctx, input, 'acknowledge');
  Object.assign(alert, { acknowledgedAt: ctx.clock.now(), acknowledgedById: ctx.principal.subjectId });
  return recordAlertEvent(ctx, alert, 'ACKNOWLEDGED');
}
