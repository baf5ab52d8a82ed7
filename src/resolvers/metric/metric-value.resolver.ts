import { Arg, Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { EXCLUSION_REASONS } from '../../domain/metric/exclusion-reason.js';
import type { MetricComparison } from '../../domain/metric/metric-period.js';
import type { MetricPart } from '../../domain/metric/metric-part.js';
import { isAttained, trafficLight, type Exclusions } from '../../domain/metric/metric-value.js';
import type { MetricFigure } from '../../loaders/metric/metric-figure.js';
import { assertPercent, percentile } from '../../loaders/metric/percentile.js';
import { previousFigure } from '../../loaders/metric/previous-figure.js';
import { rowsOfFigure } from '../../loaders/metric/metric-rows.js';
import { sumShown, valueShown } from '../../loaders/metric/sum-shown.js';
import { MetricComparisonEnum } from '../../schema/metric/metric-comparison.enum.js';
import { MetricDefinitionType } from '../../schema/metric/metric-definition.type.js';
import { MetricPartEnum } from '../../schema/metric/metric-part.enum.js';
import { MetricRowConnection } from '../../schema/metric/metric-row-connection.type.js';
import { MetricExclusionType, MetricValueType } from '../../schema/metric/metric-value.type.js';
import { TrafficLightEnum } from '../../schema/metric/traffic-light.enum.js';
import { PageArgs } from '../../schema/page-args.js';
import { Decimal } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const exclusionsShown = (excluded: Exclusions) =>
  [...excluded].map(([reason, count]) => ({ reason, count, meaning: EXCLUSION_REASONS[reason] }));

/** A figure: value, sums, target, what it is compared with, and the items behind it. */
@Resolver(() => MetricValueType)
export class MetricValueResolver {
  @FieldResolver(() => MetricDefinitionType, { description: 'What is measured.' })
  definition(@Root() { metric }: MetricFigure) {
    return metric;
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'The value in the unit of the definition; null without data, never 0 or 100 (R-MET-07), and of an amount as the sum above the line (R-ORG-70).',
  })
  value(@Root() figure: MetricFigure, @Ctx() ctx: RequestContext) {
    return valueShown(ctx, figure, figure.sums);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'The sum above the line; of money in yuan, and null for whoever may not see the amounts: of several estates those of the company (R-ORG-70).',
  })
  numerator(@Root() figure: MetricFigure, @Ctx() ctx: RequestContext) {
    return sumShown(ctx, figure, figure.sums.numerator);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'The sum below the line; null where nothing is divided, and as the one above it.',
  })
  denominator(@Root() figure: MetricFigure, @Ctx() ctx: RequestContext) {
    return figure.metric.denominator === null ? null : sumShown(ctx, figure, figure.sums.denominator);
  }

  @FieldResolver(() => Int, { description: 'Items that are still inside their time, and in neither sum (R-MET-04).' })
  pending(@Root() { sums }: MetricFigure) {
    return sums.pending;
  }

  @FieldResolver(() => [MetricExclusionType], { description: 'Items that were left out, by reason (R-MET-06).' })
  exclusions(@Root() { excluded }: MetricFigure) {
    return typeof excluded === 'function' ? excluded().then(exclusionsShown) : exclusionsShown(excluded);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'What it should be; null where nothing is stated.' })
  target(@Root() { metric }: MetricFigure) {
    return metric.target;
  }

  @FieldResolver(() => TrafficLightEnum, {
    nullable: true,
    description: 'How it stands to the target; null without either.',
  })
  light(@Root() { metric, sums }: MetricFigure) {
    return trafficLight(metric, sums);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether the target is reached, by the exact ratio.' })
  attained(@Root() { metric, sums }: MetricFigure) {
    return isAttained(metric, sums);
  }

  @FieldResolver(() => MetricValueType, {
    nullable: true,
    description:
      'The same of another period, both as known at equal maturity: of a period that has not ended, as many days (D-24). Null in a series: ask for the series of the other period.',
  })
  previous(
    @Arg('compare', () => MetricComparisonEnum, { defaultValue: 'CALENDAR_BEFORE', description: 'Of which period.' })
    comparison: MetricComparison,
    @Root() figure: MetricFigure,
    @Ctx() ctx: RequestContext,
  ) {
    return figure.inSeries ? null : previousFigure(ctx).load({ figure, comparison });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Of a time: the seconds that so many of a hundred items do not exceed (M-RPR-19, M-CMP-22), off by 1.6 percent at most and exact below a minute. Null without items, for what is no time, by what tickets say, and in a series.',
  })
  percentile(
    @Arg('percent', () => Int, { defaultValue: 90, description: 'Of a hundred, 1 to 99; 50 is the median.' })
    percent: number,
    @Root() figure: MetricFigure,
    @Ctx() ctx: RequestContext,
  ) {
    assertPercent(percent);
    return percentile(ctx).load({ figure, percent });
  }

  @FieldResolver(() => MetricRowConnection, {
    description: 'The items behind it, by estate and day: exactly those, and their sums are its sums.',
  })
  rows(
    @Arg('part', () => MetricPartEnum, { defaultValue: 'COUNTED', description: 'Which items.' }) part: MetricPart,
    @Args(() => PageArgs) args: PageArgs,
    @Root() figure: MetricFigure,
    @Ctx() ctx: RequestContext,
  ) {
    return rowsOfFigure(ctx, figure, part, args);
  }
}
