import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { metricAlertById } from '../../loaders/metric-alert/metric-alert-by-id.js';
import { metricAlertRuleById } from '../../loaders/metric-alert/metric-alert-rules.js';
import {
  MetricAlertPayloadType,
  MetricAlertRulePayloadType,
} from '../../schema/metric-alert/metric-alert-payload.type.js';
import {
  ChangeMetricAlertRuleInput,
  StopMetricAlertRuleInput,
} from '../../schema/metric-alert/metric-alert-rule-step.input.js';
import {
  AcknowledgeMetricAlertInput,
  CloseMetricAlertInput,
} from '../../schema/metric-alert/metric-alert-step.input.js';
import { SetUpMetricAlertRuleInput } from '../../schema/metric-alert/set-up-metric-alert-rule.input.js';
import { acknowledgeMetricAlert } from '../../services/metric-alert/acknowledge-metric-alert.js';
import { changeMetricAlertRule } from '../../services/metric-alert/change-metric-alert-rule.js';
import { closeMetricAlert } from '../../services/metric-alert/close-metric-alert.js';
import { setUpMetricAlertRule } from '../../services/metric-alert/set-up-metric-alert-rule.js';
import { stopMetricAlertRule } from '../../services/metric-alert/stop-metric-alert-rule.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about alerts and the rules that raise them. */
@Resolver()
export class MetricAlertCommandsResolver {
  @Mutation(() => MetricAlertRulePayloadType, {
    nullable: true,
    description:
      'Says which figure calls for somebody, on all estates or some (R-ESC-05). Figures are looked at as they stand, and then whenever they change. Needs `alert.manage` on all estates.',
  })
  async setUpMetricAlertRule(
    @Arg('input', () => SetUpMetricAlertRuleInput, { description: 'Which figure, and when.' })
    input: SetUpMetricAlertRuleInput,
    @Ctx() ctx: RequestContext,
  ) {
    return ruleAfter(ctx, await command(ctx, setUpMetricAlertRule, input));
  }

  @Mutation(() => MetricAlertRulePayloadType, {
    nullable: true,
    description:
      'Gives a rule another bound and other estates; alerts stay as they were raised. RULE_REFUSED once it was stopped. Needs `alert.manage` on all estates.',
  })
  async changeMetricAlertRule(
    @Arg('input', () => ChangeMetricAlertRuleInput, { description: 'Which rule, and what holds from now on.' })
    input: ChangeMetricAlertRuleInput,
    @Ctx() ctx: RequestContext,
  ) {
    return ruleAfter(ctx, await command(ctx, changeMetricAlertRule, input));
  }

  @Mutation(() => MetricAlertRulePayloadType, {
    nullable: true,
    description: 'Has a rule raise nothing more, for good. Needs `alert.manage` on all estates.',
  })
  async stopMetricAlertRule(
    @Arg('input', () => StopMetricAlertRuleInput, { description: 'Which rule.' }) input: StopMetricAlertRuleInput,
    @Ctx() ctx: RequestContext,
  ) {
    return ruleAfter(ctx, await command(ctx, stopMetricAlertRule, input));
  }

  @Mutation(() => MetricAlertPayloadType, {
    nullable: true,
    description: 'Says that you look after an alert. Needs `alert.handle` on its estate.',
  })
  async acknowledgeMetricAlert(
    @Arg('input', () => AcknowledgeMetricAlertInput, { description: 'Which one.' }) input: AcknowledgeMetricAlertInput,
    @Ctx() ctx: RequestContext,
  ) {
    return alertAfter(ctx, await command(ctx, acknowledgeMetricAlert, input));
  }

  @Mutation(() => MetricAlertPayloadType, {
    nullable: true,
    description: 'Closes an alert with a note. Needs `alert.handle` on its estate.',
  })
  async closeMetricAlert(
    @Arg('input', () => CloseMetricAlertInput, { description: 'Which one, and what came of it.' })
    input: CloseMetricAlertInput,
    @Ctx() ctx: RequestContext,
  ) {
    return alertAfter(ctx, await command(ctx, closeMetricAlert, input));
  }
}

/** The rule as it stands after a command. */
async function ruleAfter<D extends { readonly ruleId: string }>(ctx: RequestContext, done: D) {
  return { ...done, metricAlertRule: await found('rule', metricAlertRuleById(ctx).load(done.ruleId)) };
}

/** The alert as it stands after a command. */
async function alertAfter<D extends { readonly alertId: string }>(ctx: RequestContext, done: D) {
  return { ...done, metricAlert: await found('alert', metricAlertById(ctx).load(done.alertId)) };
}
