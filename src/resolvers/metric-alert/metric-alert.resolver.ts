import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { thresholdText } from '../../domain/metric-alert/alert-terms.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { metricAlertById, type MetricAlertRow } from '../../loaders/metric-alert/metric-alert-by-id.js';
import { metricAlertRuleById } from '../../loaders/metric-alert/metric-alert-rules.js';
import { metricAlertsPage } from '../../loaders/metric-alert/metric-alerts-page.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { MetricAlertFilterInput } from '../../schema/metric-alert/metric-alert-filter.input.js';
import { MetricAlertRuleType } from '../../schema/metric-alert/metric-alert-rule.type.js';
import { MetricAlertConnection, MetricAlertType } from '../../schema/metric-alert/metric-alert.type.js';
import { MetricDefinitionType } from '../../schema/metric/metric-definition.type.js';
import { PeriodType } from '../../schema/metric/period.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Decimal } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { sumShown, valueShown } from '../../loaders/metric/sum-shown.js';

/** Alerts: looking them up, their figures and their edges. */
@Resolver(() => MetricAlertType)
export class MetricAlertResolver {
  @Query(() => MetricAlertConnection, {
    description: "Alerts on the viewer's estates, the latest raised first (R-ESC-05). Needs `alert.read`.",
  })
  metricAlerts(
    @Arg('filter', () => MetricAlertFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: MetricAlertFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return metricAlertsPage(ctx, filter ?? {}, args);
  }

  @Query(() => MetricAlertType, {
    nullable: true,
    description: 'One alert. Needs `alert.read`. NOT_FOUND when it is unknown or not yours.',
  })
  metricAlert(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('alert', metricAlertById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'On which estate.' })
  estate(@Root() { estateId }: MetricAlertRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => MetricAlertRuleType, { nullable: true, description: 'The rule that raised it, as it is now.' })
  rule(@Root() { ruleId }: MetricAlertRow, @Ctx() ctx: RequestContext) {
    return metricAlertRuleById(ctx).load(ruleId);
  }

  @FieldResolver(() => MetricDefinitionType, { description: 'What is measured.' })
  metric(@Root() { metric }: MetricAlertRow) {
    return metricOf(metric as MetricKey);
  }

  @FieldResolver(() => PeriodType, { description: 'The period; of a streak or trend the last one.' })
  period(@Root() { periodFrom, periodTo }: MetricAlertRow) {
    return { from: periodFrom, to: periodTo };
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: "The threshold that held then, in the metric's unit; null for a trend.",
  })
  threshold(@Root() { thresholdTenths }: MetricAlertRow) {
    return thresholdText(thresholdTenths);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'The figure when it was raised; of an amount null for whoever may not see it (R-ORG-70).',
  })
  value(@Root() { metric, estateId, numerator, denominator }: MetricAlertRow, @Ctx() ctx: RequestContext) {
    const of = { metric: metricOf(metric as MetricKey), estateId };
    return valueShown(ctx, of, { numerator, denominator, pending: 0 });
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'The sum above the line when it was raised; of money in yuan, and null for whoever may not see the amounts (R-ORG-70).',
  })
  numerator(@Root() { metric, estateId, numerator }: MetricAlertRow, @Ctx() ctx: RequestContext) {
    return sumShown(ctx, { metric: metricOf(metric as MetricKey), estateId }, numerator);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'The sum below the line when it was raised; null where nothing is divided, and as the one above it.',
  })
  denominator(@Root() { metric: key, estateId, denominator }: MetricAlertRow, @Ctx() ctx: RequestContext) {
    const metric = metricOf(key as MetricKey);
    return metric.denominator === null ? null : sumShown(ctx, { metric, estateId }, denominator);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who looks after it; null until somebody does.' })
  acknowledgedBy(@Root() { acknowledgedById }: MetricAlertRow, @Ctx() ctx: RequestContext) {
    return acknowledgedById === null ? null : staffById(ctx).load(acknowledgedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who closed it; null until then.' })
  closedBy(@Root() { closedById }: MetricAlertRow, @Ctx() ctx: RequestContext) {
    return closedById === null ? null : staffById(ctx).load(closedById);
  }
}
