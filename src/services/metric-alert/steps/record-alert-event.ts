import type { MetricAlert } from '../../../entities/metric-alert/metric-alert.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on alerts answers. */
export interface AlertResult {
  readonly alertId: string;
  readonly version: number;
}

/** Tells what became of an alert, under the version that it now has; never its words. */
export function recordAlertEvent(
  ctx: CommandContext,
  alert: MetricAlert,
  type: 'RAISED' | 'ACKNOWLEDGED' | 'CLOSED',
): AlertResult {
  const { ruleId, metric, condition, periodFrom, periodTo, numerator, denominator, stage } = alert;
  ctx.record({
    type: `metricAlert.${type}`,
    estateId: alert.estateId,
    subjectKind: 'metricAlert',
    subjectId: alert.id,
    subjectVersion: alert.version,
    visibility: 'INTERNAL',
    facts: { ruleId, metric, condition, periodFrom, periodTo, numerator, denominator, stage },
  });
  return { alertId: alert.id, version: alert.version };
}
