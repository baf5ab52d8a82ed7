import { nextAlertStage, type AlertVerb } from '../../../domain/metric-alert/alert-stage.js';
import { MetricAlert } from '../../../entities/metric-alert/metric-alert.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every step of an alert takes. */
export interface AlertStepInput extends CommandInput {
  readonly alertId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Takes one step of an alert's life: locked, authorised, in its next stage and version.
 * @throws NOT_FOUND alert
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when `alert.handle` does not reach the estate
 * @throws RULE_REFUSED when the stage does not take the verb
 */
export async function takeAlertStep(
  ctx: CommandContext,
  { alertId, expectedVersion }: AlertStepInput,
  verb: AlertVerb,
): Promise<MetricAlert> {
  const alert = await ctx.load(MetricAlert, 'alert', alertId, expectedVersion);
  authorizeOn(ctx.principal, 'alert.handle', alert.estateId);
  alert.stage = nextAlertStage(verb, alert.stage);
  alert.version += 1;
  return alert;
}
