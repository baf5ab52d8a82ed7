import { alertTerms, type AlertTermsSaid } from '../../domain/metric-alert/alert-terms.js';
import { MetricAlertRule } from '../../entities/metric-alert/metric-alert-rule.entity.js';
import { newId } from '../../entities/new-id.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { estatesOfRule } from './steps/estates-of-rule.js';
import { recordRuleEvent, type RuleResult } from './steps/record-rule-event.js';

interface SetUpMetricAlertRule extends CommandInput, AlertTermsSaid {
  /** Null: all of the company. */
  readonly estateIds?: readonly string[] | null;
}

/**
 * Says which figure calls for somebody, on all estates or on some. Figures are looked at as they stand, and from then on
 * with everything that changes them. Needs `alert.manage` on all estates.
 * @rule R-ESC-05
 * @throws INVALID_INPUT as `alertTerms`, and for an empty list of estates
 * @throws NOT_FOUND estate
 */
export async function setUpMetricAlertRule(ctx: CommandContext, input: SetUpMetricAlertRule): Promise<RuleResult> {
  authorizeOn(ctx.principal, 'alert.manage', null);
  const rule = ctx.em.create(MetricAlertRule, {
    ...{ companyId: ctx.companyId, id: newId(), ...alertTerms(input) },
    ...{ estateIds: await estatesOfRule(ctx, input.estateIds ?? null) },
    ...{ setUpById: ctx.principal.subjectId, setUpAt: ctx.clock.now(), version: 1 },
  });
  return recordRuleEvent(ctx, rule, 'SET_UP');
}
