import { ruleRefused } from '../../../domain/errors.js';
import { MetricAlertRule } from '../../../entities/metric-alert/metric-alert-rule.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every change of a rule takes. */
export interface RuleInput extends CommandInput {
  readonly ruleId: string;
  readonly expectedVersion?: number | null;
}

/**
 * A rule that is to change: locked, authorised, in its next version.
 * @throws NOT_FOUND rule
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN without `alert.manage` on all estates
 * @throws RULE_REFUSED R-ESC-05 for one that was stopped
 */
export async function takeRule(ctx: CommandContext, { ruleId, expectedVersion }: RuleInput): Promise<MetricAlertRule> {
  authorizeOn(ctx.principal, 'alert.manage', null);
  const rule = await ctx.load(MetricAlertRule, 'rule', ruleId, expectedVersion);
  if (rule.stoppedAt != null) throw ruleRefused('R-ESC-05', 'The rule was stopped.', { ruleId });
  rule.version += 1;
  return rule;
}
