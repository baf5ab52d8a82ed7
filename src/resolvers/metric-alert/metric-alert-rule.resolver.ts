import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { thresholdText } from '../../domain/metric-alert/alert-terms.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { metricAlertRulesPage, type MetricAlertRuleRow } from '../../loaders/metric-alert/metric-alert-rules.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { MetricAlertRuleFilterInput } from '../../schema/metric-alert/metric-alert-filter.input.js';
import { MetricAlertRuleConnection, MetricAlertRuleType } from '../../schema/metric-alert/metric-alert-rule.type.js';
import { MetricDefinitionType } from '../../schema/metric/metric-definition.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Decimal } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Rules that raise alerts: looking them up, and their edges. */
@Resolver(() => MetricAlertRuleType)
export class MetricAlertRuleResolver {
  @Query(() => MetricAlertRuleConnection, {
    description: "The company's rules, the latest set up first. Needs `alert.read`.",
  })
  metricAlertRules(
    @Arg('filter', () => MetricAlertRuleFilterInput, {
      nullable: true,
      description: 'Which; all where nothing is said.',
    })
    filter: MetricAlertRuleFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return metricAlertRulesPage(ctx, filter ?? {}, args);
  }

  @FieldResolver(() => MetricDefinitionType, { description: 'What is measured.' })
  metric(@Root() { metric }: MetricAlertRuleRow) {
    return metricOf(metric as MetricKey);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: "Beyond which the figure is wrong, in the metric's unit; null for a trend.",
  })
  threshold(@Root() { thresholdTenths }: MetricAlertRuleRow) {
    return thresholdText(thresholdTenths);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is for all estates, also those to come.' })
  allEstates(@Root() { estateIds }: MetricAlertRuleRow) {
    return estateIds === null;
  }

  @FieldResolver(() => [EstateType], {
    description: "The estates that it names and that are in the viewer's reach; empty where it is for all.",
  })
  async estates(@Root() { estateIds }: MetricAlertRuleRow, @Ctx() ctx: RequestContext) {
    const estates = await Promise.all((estateIds ?? []).map((id) => estateById(ctx).load(id)));
    return estates.filter((estate) => estate !== null);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who set it up.' })
  setUpBy(@Root() { setUpById }: MetricAlertRuleRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(setUpById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who stopped it; null while it raises.' })
  stoppedBy(@Root() { stoppedById }: MetricAlertRuleRow, @Ctx() ctx: RequestContext) {
    return stoppedById === null ? null : staffById(ctx).load(stoppedById);
  }
}
