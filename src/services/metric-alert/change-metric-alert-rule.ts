import { alertTerms } from '../../domain/metric-alert/alert-terms.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import type { CommandContext } from '../command/command-context.js';
import { estatesOfRule } from './steps/estates-of-rule.js';
import { recordRuleEvent, type RuleResult } from './steps/record-rule-event.js';
import { takeRule, type RuleInput } from './steps/take-rule.js';

interface ChangeMetricAlertRule extends RuleInput {
  readonly threshold?: string | null;
  readonly periods?: number | null;
  readonly atLeast?: number | null;
  /** Null: all of the company. */
  readonly estateIds?: readonly string[] | null;
}

/**
 * Gives a rule another bound, number of periods, smallest denominator and other estates; what it has raised stays as it was
 * raised. Needs `alert.manage` on all estates.
 * @rule R-ESC-05
 * @throws as `takeRule`, and INVALID_INPUT and NOT_FOUND as for a new one
 */
export async function changeMetricAlertRule(ctx: CommandContext, input: ChangeMetricAlertRule): Promise<RuleResult> {
  const rule = await takeRule(ctx, input);
  const { threshold, periods, atLeast } = input;
  const { interval, condition, direction } = rule;
  const terms = alertTerms({
    ...{ metric: rule.metric as MetricKey, interval, condition, direction, threshold, periods, atLeast },
  });
  const estateIds = await estatesOfRule(ctx, input.estateIds ?? null);
  Object.assign(rule, { ...terms, estateIds, seenSeq: null });
  return recordRuleEvent(ctx, rule, 'CHANGED');
}
