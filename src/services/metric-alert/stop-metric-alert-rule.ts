import type { CommandContext } from '../command/command-context.js';
import { recordRuleEvent, type RuleResult } from './steps/record-rule-event.js';
import { takeRule, type RuleInput } from './steps/take-rule.js';

/**
 * Has a rule raise nothing more; what it has raised stays. Needs `alert.manage` on all estates.
 * @rule R-ESC-05
 * @throws as `takeRule`
 */
export async function stopMetricAlertRule(ctx: CommandContext, input: RuleInput): Promise<RuleResult> {
  const rule = await takeRule(ctx, input);
  Object.assign(rule, { stoppedAt: ctx.clock.now(), stoppedById: ctx.principal.subjectId });
  return recordRuleEvent(ctx, rule, 'STOPPED');
}
