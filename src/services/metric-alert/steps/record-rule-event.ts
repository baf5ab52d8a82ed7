import type { MetricAlertRule } from '../../../entities/metric-alert/metric-alert-rule.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on rules answers. */
export interface RuleResult {
  readonly ruleId: string;
  readonly version: number;
}

/** Tells what became of a rule, under the version that it now has. */
export function recordRuleEvent(
  ctx: CommandContext,
  rule: MetricAlertRule,
  type: 'SET_UP' | 'CHANGED' | 'STOPPED',
): RuleResult {
  const { metric, interval, condition, direction, thresholdTenths, periods, atLeast, estateIds } = rule;
  ctx.record({
    type: `metricAlertRule.${type}`,
    estateId: null,
    subjectKind: 'metricAlertRule',
    subjectId: rule.id,
    subjectVersion: rule.version,
    visibility: 'INTERNAL',
    facts: {
      ...{ metric, interval, condition, direction, periods, atLeast },
      thresholdTenths: thresholdTenths ?? null,
      estates: estateIds?.length ?? null,
    },
  });
  return { ruleId: rule.id, version: rule.version };
}
