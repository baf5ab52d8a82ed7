import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { invalidInput } from '../../domain/errors.js';
import type { MetricDimension } from '../../domain/metric/metric-dimension.js';
import type { MetricInterval, MetricPeriod } from '../../domain/metric/metric-period.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { metricBreakdown, metricSeries, type MetricPoint } from '../../loaders/metric/metric-points.js';
import { restatementsPage } from '../../loaders/metric/metric-rows.js';
import { metricScope } from '../../loaders/metric/metric-scope.js';
import { MetricDimensionEnum } from '../../schema/metric/metric-dimension.enum.js';
import { MetricIntervalEnum } from '../../schema/metric/metric-interval.enum.js';
import { MetricKeyEnum } from '../../schema/metric/metric-key.enum.js';
import { MetricRowConnection } from '../../schema/metric/metric-row-connection.type.js';
import { MetricValueType } from '../../schema/metric/metric-value.type.js';
import { PeriodInput } from '../../schema/metric/period.input.js';
import { MetricPointType } from '../../schema/metric/scorecard.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { LocalDate } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const ESTATES = 'Of these estates only, without those not in reach; of all in reach where nothing is said.';
const GROUPS = 'Of estates of these groups only.';
const KNOWN =
  'As it was known at the end of this day, in the zone of the company; as it is known now where nothing is said.';

/** Metrics over time and by dimension, and what has changed in them. */
@Resolver(() => MetricPointType)
export class MetricPointResolver {
  @Query(() => [MetricPointType], {
    description:
      'One metric over time, by estate or by its own dimension where asked; the first and last point are cut to the period. Points of an estate, and of a part, stand together, in the order of codes. At most 20,000 points. Needs `metric.read`, by STAFF `audit.read` too.',
  })
  async metricSeries(
    @Arg('metric', () => MetricKeyEnum, { description: 'Which metric.' }) metric: MetricKey,
    @Arg('period', () => PeriodInput, { description: 'Which days.' }) period: MetricPeriod,
    @Arg('interval', () => MetricIntervalEnum, { description: 'How long a point is.' }) interval: MetricInterval,
    @Arg('byEstate', () => Boolean, { defaultValue: false, description: 'A point an estate.' }) byEstate: boolean,
    @Arg('by', () => MetricDimensionEnum, { nullable: true, description: 'A point a part of its own dimension.' })
    by: MetricDimension | null | undefined,
    @Arg('estateIds', () => [ID], { nullable: true, description: ESTATES }) estateIds: string[] | null,
    @Arg('groupIds', () => [ID], { nullable: true, description: GROUPS }) groupIds: string[] | null,
    @Arg('asKnownOn', () => LocalDate, { nullable: true, description: KNOWN }) asKnownOn: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    const scope = await metricScope(ctx, { period, estateIds, groupIds, asKnownOn, by: by ?? null });
    return metricSeries(ctx, scope, metric, { interval, byEstate, by: by ?? null });
  }

  @Query(() => [MetricPointType], {
    description:
      'One metric by one dimension, the largest denominator first. Needs `metric.read`, by STAFF `audit.read` too.',
  })
  async metricBreakdown(
    @Arg('metric', () => MetricKeyEnum, { description: 'Which metric.' }) metric: MetricKey,
    @Arg('period', () => PeriodInput, { description: 'Which days.' }) period: MetricPeriod,
    @Arg('by', () => MetricDimensionEnum, { description: 'By what.' }) by: MetricDimension,
    @Arg('estateIds', () => [ID], { nullable: true, description: ESTATES }) estateIds: string[] | null,
    @Arg('groupIds', () => [ID], { nullable: true, description: GROUPS }) groupIds: string[] | null,
    @Arg('asKnownOn', () => LocalDate, { nullable: true, description: KNOWN }) asKnownOn: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many parts, 1 to 500; 100 where nothing is said.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ) {
    const most = first ?? 100;
    if (most < 1 || most > 500) throw invalidInput('first', 'must lie between 1 and 500', { max: 500 });
    const scope = await metricScope(ctx, { period, estateIds, groupIds, asKnownOn, by });
    return metricBreakdown(ctx, scope, metric, by, most);
  }

  @Query(() => MetricRowConnection, {
    description:
      "What has changed in a past period's figure between two days: each item with the difference; their sums are the figure's. Needs `metric.read`.",
  })
  metricRestatements(
    @Arg('metric', () => MetricKeyEnum, { description: 'Which metric.' }) metric: MetricKey,
    @Arg('period', () => PeriodInput, { description: 'Which days.' }) period: MetricPeriod,
    @Arg('asKnownOn', () => LocalDate, { description: 'As it was known at the end of this day.' }) asKnownOn: string,
    @Arg('comparedWith', () => LocalDate, { description: 'And at the end of this later day.' }) comparedWith: string,
    @Arg('estateIds', () => [ID], { nullable: true, description: ESTATES }) estateIds: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return restatementsPage(ctx, metricOf(metric), { period, estateIds, asKnownOn, comparedWith }, args);
  }

  @FieldResolver(() => LocalDate, { description: 'Its first day.' })
  from(@Root() { period }: MetricPoint) {
    return period.from;
  }

  @FieldResolver(() => LocalDate, { description: 'The day after its last.' })
  to(@Root() { period }: MetricPoint) {
    return period.to;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate; null where it is of all of them.' })
  estate(@Root() { estate }: MetricPoint) {
    return estate;
  }

  @FieldResolver(() => MetricValueType, { description: 'The figure.' })
  metric(@Root() { figure }: MetricPoint) {
    return figure;
  }
}
